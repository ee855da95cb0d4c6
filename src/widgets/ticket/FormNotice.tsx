import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import type { errorSentence } from '../../i18n/errorSentence.ts';
import type { I18n } from '../../i18n/translator.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useCopy } from '../../ui/useCopy.ts';
import type { TicketModel } from './ticket.model.ts';

/** Shows why the request was not sent, and other ways to send it. */
export function FormNotice({ model, i18n }: { model: TicketModel; i18n: I18n }) {
  const { copied, copy } = useCopy();
  const { t, plural } = i18n;
  // If the code of the messages does not load, the cause is the network.
  const explain = useSignal<typeof errorSentence>(() => t('error.network'));
  const status = model.status.value;
  useLayoutEffect(() => {
    if (status.at !== 'failed') return;
    import('../../i18n/errorSentence.ts').then(
      (words) => {
        explain.value = words.errorSentence;
      },
      () => {},
    );
  }, [status]);
  const wrong = Object.keys(model.problems.value).length;
  if (status.at !== 'failed') {
    return wrong > 0 ? <Notice title={plural('ticket.problems', wrong)} /> : null;
  }
  return (
    <Notice
      title={explain.value(status.error, i18n)}
      actions={
        <>
          <Button variant="link" size="small" onPress={model.mail}>
            {t('mail.instead')}
          </Button>
          <Button variant="link" size="small" onPress={async () => copy(await model.wholeText())}>
            {t(copied ? 'copy.done' : 'copy.request')}
          </Button>
        </>
      }
    >
      {t('error.kept')}
    </Notice>
  );
}

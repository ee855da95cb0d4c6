import '../../i18n/locales/en/mail.ts';
import { Mail as MailIcon } from 'lucide';
import type { I18n } from '../../i18n/translator.ts';
import type { Mail } from '../../integrations/mailto.ts';
import { textOf } from '../../integrations/ticketMail.ts';
import { Button } from '../../ui/Button.tsx';
import { CenterState } from '../../ui/CenterState.tsx';
import { CopyCard } from '../../ui/CopyCard.tsx';
import { Notice } from '../../ui/Notice.tsx';
import * as screen from '../../ui/Screen.css.ts';
import { ScreenBody, ScreenFooter } from '../../ui/Screen.tsx';
import { tone as tones } from '../../ui/status.css.ts';
import { useCopy } from '../../ui/useCopy.ts';
import * as css from './Ticket.css.ts';
import type { TicketModel } from './ticket.model.ts';

interface ByMailProps {
  mail: Mail;
  model: TicketModel;
  i18n: I18n;
}

/**
 * Says that the mail program has the request, and offers the complete text to copy if there is no
 * mail program.
 */
export function ByMail({ mail, model, i18n }: ByMailProps) {
  const { copied, copy } = useCopy();
  const { t } = i18n;
  return (
    <>
      <ScreenBody>
        <CenterState tone="blue" icon={MailIcon} title={t('mail.heading')}>
          {t('mail.text')}
        </CenterState>
        {mail.cut && <Notice tone={tones.amber} title={t('mail.cut')} />}
        <CopyCard
          label={t('mail.address')}
          value={mail.to}
          copyLabel={t('copy.do')}
          copiedText={t('copy.done')}
        />
        <div class={css.stack}>
          <Button onPress={() => copy(textOf(mail))}>
            {t(copied ? 'copy.done' : 'copy.request')}
          </Button>
          <p class={`${screen.small} ${screen.prose}`} dir="auto">
            {mail.body}
          </p>
        </div>
      </ScreenBody>
      <ScreenFooter>
        <Button variant="primary" size="large" href={mail.href}>
          {t('mail.open')}
        </Button>
        <Button variant="ghost" size="large" onPress={model.edit}>
          {t('mail.back')}
        </Button>
      </ScreenFooter>
    </>
  );
}

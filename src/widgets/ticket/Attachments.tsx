import '../../i18n/locales/en/files.ts';
import { Scan } from 'lucide';
import { useMemo } from 'preact/hooks';
import type { SupportContext } from '../../core/context.ts';
import type { OutboxModel } from '../../core/outbox.model.ts';
import { fileSize } from '../../i18n/fileSize.ts';
import { Button } from '../../ui/Button.tsx';
import { FileButton } from '../../ui/FileButton.tsx';
import { useFileDrop } from '../../ui/useFileDrop.ts';
import { Files } from '../Files.tsx';
import * as css from './Attachments.css.ts';
import type { TicketModel } from './ticket.model.ts';
import { createTicketFiles } from './ticketFiles.ts';

interface AttachmentsProps {
  model: TicketModel;
  outbox: OutboxModel;
  context: SupportContext;
  /** The element on which files can be dropped or pasted. */
  form: { current: HTMLElement | null };
}

/** Files of the request, and the ways to add some. The limits are shown first. */
export function Attachments({ model, outbox, context, form }: AttachmentsProps) {
  const { i18n, messenger } = context;
  const { files, attach, takeScreenshot } = useMemo(
    () => createTicketFiles(model, outbox, messenger),
    [model, outbox, messenger],
  );
  const isOver = useFileDrop(form, attach);
  const { t } = i18n;
  const { max_files, max_bytes, types } = files.rules.value;
  const size = fileSize(max_bytes, i18n.locale.value);
  return (
    <section class={css.stack} aria-label={t('files.title')}>
      {isOver && <div class={css.drop}>{t('files.drop')}</div>}
      <p class={css.label}>
        {t('files.title')}{' '}
        <span class={css.mark}>{t('files.limits', { count: max_files, size })}</span>
      </p>
      <Files files={files} draft={model.key.value} i18n={i18n} />
      <div class={css.buttons}>
        <FileButton label={t('files.add')} accept={types.join()} onFiles={attach} />
        <Button size="small" icon={Scan} onPress={takeScreenshot}>
          {t('files.screenshot')}
        </Button>
      </div>
    </section>
  );
}

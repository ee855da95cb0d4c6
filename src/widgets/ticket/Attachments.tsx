import '../../i18n/locales/en/files.ts';
import { Scan } from 'lucide';
import type { FilesModel } from '../../core/files.model.ts';
import { fileSize } from '../../i18n/fileSize.ts';
import type { I18n } from '../../i18n/translator.ts';
import { Button } from '../../ui/Button.tsx';
import { FileButton } from '../../ui/FileButton.tsx';
import { useFileDrop } from '../../ui/useFileDrop.ts';
import { Files } from '../Files.tsx';
import * as css from './Attachments.css.ts';
import type { TicketModel } from './ticket.model.ts';

interface AttachmentsProps {
  model: TicketModel;
  files: FilesModel;
  /** The element on which files can be dropped or pasted. */
  form: { current: HTMLElement | null };
  i18n: I18n;
}

/** Files of the request, and the ways to add some. The limits are shown first. */
export function Attachments({ model, files, form, i18n }: AttachmentsProps) {
  const isOver = useFileDrop(form, model.attach);
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
        <FileButton label={t('files.add')} accept={types.join()} onFiles={model.attach} />
        <Button size="small" icon={Scan} onPress={model.takeScreenshot}>
          {t('files.screenshot')}
        </Button>
      </div>
    </section>
  );
}

import '../i18n/locales/en/files.ts';
import '../i18n/locales/en/fileRows.ts';
import type { AttachedFile } from '../core/attachedFile.ts';
import type { FilesModel } from '../core/files.model.ts';
import { errorSentence } from '../i18n/errorSentence.ts';
import { fileSize } from '../i18n/fileSize.ts';
import type { I18n } from '../i18n/translator.ts';
import { Button } from '../ui/Button.tsx';
import { FileRow } from '../ui/FileRow.tsx';
import { List } from '../ui/List.tsx';
import * as css from './FileList.css.ts';

export interface FileListProps {
  files: FilesModel;
  /** Key of the draft that the files belong to. */
  draft: string;
  i18n: I18n;
}

/** The files of a draft, and the way to restore the last removed one. */
export function FileList({ files, draft, i18n }: FileListProps) {
  const all = files.of(draft);
  const { t } = i18n;
  const removed = files.removedFrom(draft);
  return (
    <>
      {all.length > 0 && (
        <List label={t('files.title')}>
          {all.map((file) => (
            <FileRow
              key={file.id}
              name={file.name}
              type={file.type}
              picture={file.picture}
              {...wordsOf(file, files, i18n)}
              removeLabel={t(file.state.at === 'uploading' ? 'files.cancel' : 'files.remove', {
                name: file.name,
              })}
              onRemove={() => files.remove(file.id)}
              action={
                file.state.at === 'failed' && (
                  <Button size="small" onPress={() => files.retry(file.id)}>
                    {t('files.retry')}
                  </Button>
                )
              }
            />
          ))}
        </List>
      )}
      <p class={css.undo} role="status">
        {removed !== undefined && (
          <>
            <bdi class={css.removed}>{t('files.removed', { name: removed })}</bdi>
            <Button variant="link" size="small" onPress={files.restore}>
              {t('files.undo')}
            </Button>
          </>
        )}
      </p>
    </>
  );
}

function wordsOf({ size, state }: AttachedFile, { rules }: FilesModel, i18n: I18n) {
  const { t, locale } = i18n;
  const words = fileSize(size, locale.value);
  switch (state.at) {
    case 'uploaded':
      return { detail: t('files.added', { size: words }) };
    case 'waiting':
      return { detail: t('files.waiting', { size: words }) };
    case 'uploading': {
      const percent = t('files.percent', { percent: Math.round(state.progress * 100) });
      return { progress: { share: state.progress, words: percent } };
    }
    case 'failed':
      return { problem: errorSentence(state.error, i18n) };
    case 'rejected': {
      const size = fileSize(rules.value.max_bytes, locale.value);
      return { problem: t(`files.${state.reason}`, { size, count: rules.value.max_files }) };
    }
  }
}

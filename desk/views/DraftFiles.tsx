import { X } from 'lucide';
import type { Attachment } from '../../src/contract/attachment.ts';
import { IconButton } from '../../src/ui/IconButton.tsx';
import * as css from './inbox.css.ts';

interface DraftFilesProps {
  files: readonly Attachment[];
  onRemove: (id: string) => void;
}

/** The files of a draft. */
export function DraftFiles({ files, onRemove }: DraftFilesProps) {
  if (files.length === 0) return null;
  return (
    <ul class={css.controls}>
      {files.map((file) => (
        <li key={file.id} class={css.line}>
          <bdi>{file.name}</bdi>
          <IconButton icon={X} label={`Remove ${file.name}`} onPress={() => onRemove(file.id)} />
        </li>
      ))}
    </ul>
  );
}

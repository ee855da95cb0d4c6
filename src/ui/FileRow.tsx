import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import * as css from './FileRow.css.ts';
import { fileIcon } from './fileIcon.ts';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';

interface FileRowProps {
  name: string;
  /** Media type. */
  type: string;
  detail?: string | undefined;
  /** What is wrong with the file, and what to do. */
  problem?: string | undefined;
  /** Upload progress from 0 to 1, and the same as text. */
  progress?: { share: number; words: string } | undefined;
  removeLabel: string;
  onRemove: () => void;
  /** An additional button, such as `Try again`. */
  action?: ComponentChildren;
}

/** A file in a list, with its state. */
export function FileRow(props: FileRowProps) {
  const { name, type, detail, problem, progress, removeLabel, onRemove, action } = props;
  return (
    <div class={css.row}>
      <span class={css.preview}>
        <Icon of={fileIcon(type)} />
      </span>
      <div class={css.main}>
        <p class={css.name}>
          <bdi>{name}</bdi>
        </p>
        {detail && <p class={css.detail}>{detail}</p>}
        {problem && (
          <p class={css.problem} role="alert">
            {problem}
          </p>
        )}
        {progress && <progress class={css.bar} aria-label={name} max={1} value={progress.share} />}
      </div>
      {progress && <span class={css.percent}>{progress.words}</span>}
      {action}
      <IconButton icon={X} label={removeLabel} onPress={onRemove} />
    </div>
  );
}

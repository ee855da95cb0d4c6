import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import * as css from './FileRow.css.ts';
import { fileIcon } from './fileIcon.ts';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';

interface FileRowProps {
  name: string;
  /** Media type. */
  type: string;
  /** Content of a picture, which is shown small. */
  picture?: Blob | undefined;
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
  const { name, type, picture, detail, problem, progress, removeLabel, onRemove, action } = props;
  return (
    <div class={css.row}>
      <span class={css.preview}>
        {picture ? <Preview of={picture} type={type} /> : <Icon of={fileIcon(type)} />}
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

/** Pixels of a preview. Its size is half of it, for dense screens. */
const thumbnailPixels = 80;

/**
 * Draws the middle of a picture. An address of the blob would need `img-src blob:` in the page's
 * policy. Shows the icon until it is drawn, and for pictures that the browser cannot read.
 */
function Preview({ of: blob, type }: { of: Blob; type: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isDrawn, setDrawn] = useState(false);
  // The file of a row does not change, although the device returns other blobs with its content.
  useEffect(() => {
    let isOver = false;
    createImageBitmap(blob).then(
      (picture) => {
        const { width, height } = picture;
        const side = Math.min(width, height);
        const [left, top] = [(width - side) / 2, (height - side) / 2];
        const pen = isOver ? null : canvas.current?.getContext('2d');
        pen?.drawImage(picture, left, top, side, side, 0, 0, thumbnailPixels, thumbnailPixels);
        picture.close();
        if (pen) setDrawn(true);
      },
      () => {}, // the icon stays
    );
    return () => {
      isOver = true;
    };
  }, []);
  return (
    <>
      {!isDrawn && <Icon of={fileIcon(type)} />}
      <canvas
        ref={canvas}
        class={css.picture}
        width={thumbnailPixels}
        height={thumbnailPixels}
        hidden={!isDrawn}
      />
    </>
  );
}

import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';

/**
 * Passes files that are dropped on an element or pasted into it to `onFiles`. Returns whether files
 * are dragged over it. Pasted or dropped text is left to the field.
 */
export function useFileDrop(
  element: { current: HTMLElement | null },
  onFiles: ((files: File[]) => void) | null,
): boolean {
  const isOver = useSignal(false);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target || !onFiles) return;
    const listening = new AbortController();
    const { signal } = listening;
    const hasFiles = ({ dataTransfer }: DragEvent) =>
      dataTransfer?.types.includes('Files') ?? false;
    target.addEventListener(
      'dragover',
      (event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        isOver.value = true;
      },
      { signal },
    );
    target.addEventListener(
      'dragleave',
      ({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node && target.contains(relatedTarget)))
          isOver.value = false;
      },
      { signal },
    );
    target.addEventListener(
      'drop',
      (event) => {
        isOver.value = false;
        if (!hasFiles(event)) return;
        event.preventDefault();
        onFiles([...(event.dataTransfer?.files ?? [])]);
      },
      { signal },
    );
    target.addEventListener(
      'paste',
      (event) => {
        const files = [...(event.clipboardData?.files ?? [])];
        // A table that is copied from a spreadsheet has a text and a picture. The text is used.
        if (files.length === 0 || event.clipboardData?.types.includes('text/plain')) return;
        event.preventDefault();
        onFiles(files);
      },
      { signal },
    );
    return () => listening.abort();
  }, [element.current, onFiles]);
  return isOver.value;
}

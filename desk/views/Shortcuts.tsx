import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../src/ui/Button.tsx';
import { shortcuts } from '../model/shortcuts.ts';
import * as own from './dialog.css.ts';
import * as css from './inbox.css.ts';

export function Shortcuts({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class={own.dialog} aria-labelledby="shortcuts" onClose={onClose}>
      <h2 class={css.title} id="shortcuts">
        Keys
      </h2>
      <dl class={own.keys}>
        {shortcuts.map(({ key, does }) => (
          <>
            <dt class={own.key}>{key}</dt>
            <dd>{does}</dd>
          </>
        ))}
        <dt class={own.key}>Ctrl+Enter</dt>
        <dd>Send the reply or note</dd>
        <dt class={own.key}>Ctrl+Shift+Enter</dt>
        <dd>Send it and resolve the request</dd>
      </dl>
      <Button onPress={() => dialog.current?.close()}>Close</Button>
    </dialog>
  );
}

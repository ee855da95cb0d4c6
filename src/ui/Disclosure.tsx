import { useSignal } from '@preact/signals';
import { ChevronDown } from 'lucide';
import type { ComponentChildren } from 'preact';
import * as css from './Disclosure.css.ts';
import { Icon, type IconNode } from './Icon.tsx';

interface DisclosureProps {
  id: string;
  icon: IconNode;
  label: string;
  children: ComponentChildren;
}

/**
 * A heading that expands and collapses its content. It is collapsed at first, and collapsed content
 * is not rendered.
 */
export function Disclosure({ id, icon, label, children }: DisclosureProps) {
  const open = useSignal(false);
  return (
    <div class={css.card}>
      <button
        type="button"
        class={css.head}
        aria-expanded={open.value}
        aria-controls={id}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        <Icon of={icon} />
        <span class={css.words}>{label}</span>
        <span class={css.chevron}>
          <Icon of={ChevronDown} />
        </span>
      </button>
      <div class={css.body} id={id} hidden={!open.value}>
        {open.value && children}
      </div>
    </div>
  );
}

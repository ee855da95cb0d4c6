import { FileText } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import * as css from './ResultOption.css.ts';

interface ResultListProps {
  id: string;
  label: string;
  /**
   * Called with true once the pointer moves inside the list. A pointer that only rests there
   * selects nothing.
   */
  onFreeze: (isFrozen: boolean) => void;
  children: ComponentChildren;
}

/** The listbox of a combobox. */
export function ResultList({ id, label, onFreeze, children }: ResultListProps) {
  return (
    <div
      id={id}
      class={css.list}
      part="list"
      role="listbox"
      aria-label={label}
      onPointerMove={() => onFreeze(true)}
      onPointerLeave={() => onFreeze(false)}
    >
      {children}
    </div>
  );
}

interface ResultOptionProps {
  id: string;
  title: ComponentChildren;
  snippet?: ComponentChildren;
  foot?: string;
  isActive: boolean;
  onPress: () => void;
}

/** A result. The arrow keys of its field move through the results. */
export function ResultOption({ id, title, snippet, foot, isActive, onPress }: ResultOptionProps) {
  const option = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) option.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isActive]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are its field's, as the combobox pattern asks.
    <div
      ref={option}
      id={id}
      class={css.option}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <span class={css.icon}>
        <Icon of={FileText} />
      </span>
      <div class={css.main}>
        <div class={css.title}>
          <bdi>{title}</bdi>
        </div>
        {snippet && (
          <div class={css.snippet} dir="auto">
            {snippet}
          </div>
        )}
        {foot && <div class={css.foot}>{foot}</div>}
      </div>
    </div>
  );
}

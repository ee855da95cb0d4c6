import { autoUpdate, computePosition, flip, hide, offset, shift } from '@floating-ui/dom';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { menuMove, typeAhead } from './menuKeys.ts';

const typingTimeoutMs = 500;

interface MenuState {
  /** No item can have the focus yet, so the menu has it. */
  isPending?: boolean;
  onIntent?: (() => void) | undefined;
  onOpen: () => void;
}

/**
 * Implements the menu-button pattern for any trigger: keys, focus, closing and position. The items
 * of the menu are its elements with `role="menuitem"`.
 */
export function useMenu(
  trigger: HTMLElement | null,
  menu: RefObject<HTMLElement | null>,
  { isPending, onIntent, onOpen }: MenuState,
) {
  const [opened, setOpened] = useState<'first' | 'last' | null>(null);
  const typed = useRef({ text: '', at: 0 });
  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];

  function close(returnFocus: boolean): void {
    setOpened(null);
    if (returnFocus) trigger?.focus();
  }

  useEffect(() => {
    if (!trigger) return;
    const open = (at: 'first' | 'last') => {
      onOpen();
      setOpened(at);
    };
    const press = () => (opened ? close(true) : open('first'));
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      open(event.key === 'ArrowDown' ? 'first' : 'last');
    };
    trigger.ariaHasPopup = 'menu';
    trigger.ariaExpanded = String(opened !== null);
    const listening = new AbortController();
    const { signal } = listening;
    trigger.addEventListener('click', press, { signal });
    trigger.addEventListener('keydown', key, { signal });
    for (const type of ['pointerenter', 'focus']) {
      trigger.addEventListener(type, () => onIntent?.(), { signal });
    }
    return () => listening.abort();
  });

  useLayoutEffect(() => {
    const element = menu.current;
    if (!element || !trigger || !opened) return;
    if (element.popover) element.showPopover();
    element.focus({ preventScroll: true });
    const unplace = placeBeside(trigger, element, () => close(false));
    const outside = (event: Event) => {
      const path = event.composedPath();
      if (!path.includes(element) && !path.includes(trigger)) close(false);
    };
    addEventListener('pointerdown', outside, true);
    return () => {
      unplace();
      removeEventListener('pointerdown', outside, true);
    };
  }, [opened, trigger]);

  useLayoutEffect(() => {
    const isElsewhere = !menu.current?.matches(':focus-within');
    if (!opened || isPending || isElsewhere) return;
    items()
      .at(opened === 'first' ? 0 : -1)
      ?.focus({ preventScroll: true });
  }, [opened, trigger, isPending]);

  function onKeyDown(event: KeyboardEvent): void {
    const all = items();
    const labels = all.map((item) => item.textContent ?? '');
    const active = all.findIndex((item) => item.matches(':focus'));
    const move = menuMove(event.key, active, labels);
    if (move && 'close' in move) {
      if (move.close === 'return focus') event.preventDefault();
      close(move.close === 'return focus');
      return;
    }
    const to = move ? move.to : onLetter(event, active, labels);
    if (to === undefined) return;
    event.preventDefault();
    all[to]?.focus();
  }

  function onLetter(event: KeyboardEvent, active: number, labels: string[]): number | undefined {
    if (
      event.key.length !== 1 ||
      event.key === ' ' ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey
    )
      return;
    const fresh = event.timeStamp - typed.current.at > typingTimeoutMs;
    typed.current = { text: (fresh ? '' : typed.current.text) + event.key, at: event.timeStamp };
    return typeAhead(typed.current.text, active, labels);
  }

  return { isOpen: opened !== null, close, onKeyDown };
}

/**
 * Positions the menu below the trigger with aligned ends. It is flipped or shifted if there is not
 * enough space, and follows scrolling.
 */
function placeBeside(trigger: HTMLElement, menu: HTMLElement, onDetached: () => void): () => void {
  return autoUpdate(trigger, menu, () => {
    void computePosition(trigger, menu, {
      strategy: 'fixed',
      placement: 'bottom-end',
      middleware: [offset(4), flip(), shift({ padding: 8 }), hide()],
    }).then(({ x, y, middlewareData }) => {
      menu.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
      if (middlewareData.hide?.referenceHidden) onDetached();
    });
  });
}

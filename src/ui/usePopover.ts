import { autoUpdate, computePosition, flip, hide, offset, shift } from '@floating-ui/dom';
import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * A dialog beside its trigger that leaves the page usable. It takes the focus, returns it on
 * Escape, and closes when something else is pressed or focused.
 */
export function usePopover(
  trigger: RefObject<HTMLElement | null>,
  box: RefObject<HTMLElement | null>,
) {
  const isOpen = useSignal(false);

  function close(returnFocus: boolean): void {
    isOpen.value = false;
    if (returnFocus) trigger.current?.focus();
  }

  useLayoutEffect(() => {
    const [from, element] = [trigger.current, box.current];
    if (!isOpen.value || !from || !element) return;
    if (element.popover) element.showPopover();
    element.focus({ preventScroll: true });
    const leave = (event: Event) => {
      const path = event.composedPath();
      if (!path.includes(element) && !path.includes(from)) close(false);
    };
    const unplace = autoUpdate(from, element, () => {
      void computePosition(from, element, {
        strategy: 'fixed',
        placement: 'bottom-start',
        middleware: [offset(6), flip(), shift({ padding: 8 }), hide()],
      }).then(({ x, y, middlewareData }) => {
        element.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
        if (middlewareData.hide?.referenceHidden) close(false);
      });
    });
    addEventListener('pointerdown', leave, true);
    addEventListener('focusin', leave, true);
    return () => {
      unplace();
      removeEventListener('pointerdown', leave, true);
      removeEventListener('focusin', leave, true);
    };
  }, [isOpen.value]);

  return {
    isOpen: isOpen.value,
    toggle() {
      if (isOpen.peek()) close(true);
      else isOpen.value = true;
    },
    close,
    onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      close(true);
    },
  };
}

import { signal } from '@preact/signals-core';

export interface Background {
  /** Returns whether the page is dark behind the element. Reads signals. */
  isDark(): boolean;
  stop(): void;
}

/**
 * Watches the background of an element. An attribute of an element around it, another body, a style
 * sheet or a transition can change it.
 */
export function watchBackground(element: Element): Background {
  const change = signal({});
  const update = () => {
    change.value = {};
  };
  const ended = new AbortController();
  const onTransition = ({ propertyName }: TransitionEvent) => {
    if (propertyName === 'background-color') update();
  };
  document.addEventListener('transitionend', onTransition, { signal: ended.signal });
  const onLoad = ({ target }: Event) => {
    if (target instanceof HTMLLinkElement) update();
  };
  document.addEventListener('load', onLoad, { signal: ended.signal, capture: true });
  const changes = globalThis.MutationObserver
    ? new MutationObserver(() => {
        observe();
        update();
      })
    : undefined;
  function observe(): void {
    if (!changes) return;
    const documentElement = document.documentElement;
    const head = document.head;
    changes.observe(documentElement, { attributes: true, childList: true });
    if (head) changes.observe(head, { attributes: true, childList: true, subtree: true });
    for (let one = outerOf(element); one && one !== documentElement; one = outerOf(one)) {
      changes.observe(one, { attributes: true });
    }
  }
  observe();
  return {
    isDark() {
      change.value;
      return isDarkBehind(element);
    },
    stop() {
      ended.abort();
      changes?.disconnect();
    },
  };
}

/** Returns false if nothing has a background, because an empty page is white. */
function isDarkBehind(element: Element): boolean {
  for (let one = outerOf(element); one; one = outerOf(one)) {
    const light = lightnessOf(getComputedStyle(one).backgroundColor);
    if (light !== undefined) return light < 0.5;
  }
  return false;
}

/** The element in which another one is drawn, through slots and shadow roots. */
function outerOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const { parentNode } = element;
  return parentNode instanceof ShadowRoot ? parentNode.host : element.parentElement;
}

/**
 * Returns a number from 0 (black) to 1 (white), or undefined for a color that lets most of what is
 * behind it through. Browsers serialize computed colors as `rgb`, `color`, `lab`, `lch`, `oklab` or
 * `oklch`.
 */
export function lightnessOf(color: string): number | undefined {
  const [model = '', ...rest] = color.split(/[\s,/()]+/);
  const numbers = rest.filter((part) => part !== '' && !Number.isNaN(Number(part))).map(Number);
  const [first, second = 0, third = 0, alpha = 1] = numbers;
  if (first === undefined || alpha < 0.5) return undefined;
  if (model.startsWith('ok')) return first;
  if (model.startsWith('l')) return first / 100;
  const luma = 0.3 * first + 0.6 * second + 0.1 * third;
  return model === 'color' ? luma : luma / 255;
}

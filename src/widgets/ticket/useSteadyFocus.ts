import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { TicketModel } from './ticket.model.ts';

/**
 * Keeps the field that has the focus where it is while something appears above it: the form scrolls
 * by the same distance. Browsers do so only in a form that is scrolled already, and Safari never.
 * Returns a reference for an element of the scrolling part. A notice about the form itself can move
 * the fields, because it has to be seen.
 */
export function useSteadyFocus(model: TicketModel): RefObject<HTMLElement | null> {
  const place = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const body = place.current?.parentElement;
    const canObserve = globalThis.MutationObserver && globalThis.ResizeObserver;
    return body && canObserve ? keepFocusInPlace(body, () => noticeOf(model)) : undefined;
  }, [model]);
  return place;
}

const noticeOf = ({ status, problems }: TicketModel) =>
  `${status.peek().at === 'failed'} ${Object.keys(problems.peek()).length}`;

function keepFocusInPlace(body: HTMLElement, notice: () => string): () => void {
  const life = new AbortController();
  let last = measure();

  function measure() {
    const root = body.getRootNode();
    const active = root instanceof ShadowRoot ? root.activeElement : document.activeElement;
    const field = active && body.contains(active) ? active : null;
    return { field, top: field?.getBoundingClientRect().top ?? 0, notice: notice() };
  }
  const remember = () => {
    last = measure();
  };
  function hold(): void {
    const now = measure();
    const isSame = now.field !== null && now.field === last.field && now.notice === last.notice;
    if (isSame && now.top !== last.top) {
      const scroller = scrollerOf(body);
      scroller.scrollTop += now.top - last.top;
      const missing = measure().top - last.top;
      if (missing >= 1) {
        addRoom(body, missing);
        scroller.scrollTop += missing;
      }
    }
    remember();
  }

  // A child that grows later, such as by a picture, moves the fields too.
  const sizes = new ResizeObserver(hold);
  const children = new MutationObserver(() => {
    hold();
    for (const child of body.children) sizes.observe(child);
  });
  children.observe(body, { childList: true, subtree: true });
  for (const child of body.children) sizes.observe(child);
  // In a low window, the panel scrolls instead of the form.
  for (const type of ['focusin', 'scroll'])
    body.getRootNode().addEventListener(type, remember, { capture: true, signal: life.signal });
  addEventListener('resize', remember, { signal: life.signal });
  return () => {
    life.abort();
    sizes.disconnect();
    children.disconnect();
  };
}

/** Adds space below a form that is too short to scroll so far. */
function addRoom(body: HTMLElement, missing: number): void {
  const padding = Number.parseFloat(getComputedStyle(body).paddingBottom);
  const end = body.lastElementChild?.getBoundingClientRect().bottom ?? 0;
  const unused = Math.max(0, body.getBoundingClientRect().bottom - padding - end);
  body.style.paddingBottom = `${padding + unused + missing}px`;
}

function scrollerOf(body: HTMLElement): HTMLElement {
  for (let one: HTMLElement | null = body; one; one = one.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(one).overflowY)) return one;
  }
  return body;
}

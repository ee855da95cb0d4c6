import { useSignal } from '@preact/signals';
import { ArrowDown } from 'lucide';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { I18n } from '../../i18n/translator.ts';
import { Button } from '../../ui/Button.tsx';
import * as css from './ConversationEnd.css.ts';

export interface ConversationEndProps {
  /** Ids of the first and the last message. */
  first: string | undefined;
  last: string | undefined;
  /** The visitor has just written the last message here. */
  isOwn: boolean;
  i18n: I18n;
}

/**
 * The end of the messages. A new message is scrolled into view, unless the person reads earlier
 * ones: then nothing moves, and a button leads to the new message. Nor do messages that are added at
 * the top move the others.
 */
export function ConversationEnd({ first, last, isOwn, i18n }: ConversationEndProps) {
  const end = useRef<HTMLDivElement>(null);
  const isInView = useRef(true);
  /** The last message, and where it was. */
  const anchor = useRef<{ row: Element | null | undefined; top: number }>(null);
  const hasNew = useSignal(false);
  const log = () => end.current?.previousElementSibling;
  const remember = () => {
    const row = log()?.lastElementChild;
    anchor.current = { row, top: topOf(row) };
  };
  const show = () => end.current?.scrollIntoView({ block: 'nearest' });
  const follow = () => {
    show();
    // The button goes. The reply box would open the keyboard of a phone.
    const messages = log();
    if (messages instanceof HTMLElement) messages.focus({ preventScroll: true });
  };

  useEffect(() => {
    const element = end.current;
    if (!element || !globalThis.IntersectionObserver) return;
    const ended = new AbortController();
    const watch = new IntersectionObserver((entries) => {
      const last = entries.at(-1);
      // A closed panel has no place on the screen.
      if (!last?.rootBounds?.width || !element.offsetParent) return;
      isInView.current = last.isIntersecting;
      if (last.isIntersecting) hasNew.value = false;
    });
    watch.observe(element);
    element
      .getRootNode()
      .addEventListener('scroll', remember, { capture: true, signal: ended.signal });
    return () => {
      watch.disconnect();
      ended.abort();
    };
  }, []);

  useLayoutEffect(() => {
    const { row, top } = anchor.current ?? {};
    const scroller = scrollerOf(end.current);
    if (scroller && row?.isConnected) scroller.scrollTop += topOf(row) - (top ?? 0);
  }, [first]);
  useLayoutEffect(() => {
    if (isOwn || isInView.current) show();
    else hasNew.value = true;
  }, [last]);
  useLayoutEffect(remember);

  return (
    <>
      <div ref={end} />
      {hasNew.value && (
        <div class={css.newer}>
          <div class={css.raised}>
            <Button size="small" icon={ArrowDown} onPress={follow}>
              {i18n.t('conversation.newer')}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}

const topOf = (row: Element | null | undefined) => row?.getBoundingClientRect().top ?? 0;

/** In a low window, the panel scrolls instead of the conversation. */
function scrollerOf(element: Element | null): Element | null {
  let parent = element?.parentElement ?? null;
  while (parent && parent.scrollHeight <= parent.clientHeight) parent = parent.parentElement;
  return parent;
}

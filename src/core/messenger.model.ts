import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { ArticleSource } from '../analytics/events.ts';

/** Names of the panel's screens. */
export const screenIds = [
  'home',
  'ticket',
  'sent',
  'requests',
  'conversation',
  'screenshot',
  'search',
  'article',
  'status',
  'integration',
  'news',
] as const;
export type ScreenId = (typeof screenIds)[number];

/**
 * One view in the panel.
 * - `ticketId`: the conversation
 * - `entryId`: the outbox entry
 * - `draft`: the draft of a screenshot
 * - `slug`, `source` and `heading`: the article, where it was opened from, and the id of the
 * heading to show
 * - `query`: the search text
 * - `integration`: the integration, by id or provider
 */
export interface Screen {
  id: ScreenId;
  ticketId?: string;
  entryId?: string;
  draft?: string;
  slug?: string;
  source?: ArticleSource;
  heading?: string;
  query?: string;
  integration?: string;
}

export interface MessengerModel {
  isOpen: ReadonlySignal<boolean>;
  /** The screens from the first to the visible one. */
  stack: ReadonlySignal<readonly Screen[]>;
  screen: ReadonlySignal<Screen>;
  /** Direction of the last navigation, for the animation. */
  direction: ReadonlySignal<'forward' | 'back'>;
  /** Opens the panel, on the given screen or on the last one. */
  open(screen?: ScreenId): void;
  close(): void;
  navigate(screen: Screen): void;
  /** Replaces the visible screen. */
  replace(screen: Screen): void;
  /** Goes back one screen. On the first screen, closes the panel. */
  back(): void;
  /** Goes back to the first screen. */
  home(): void;
  /** A screen that will be needed soon, even if the network is no longer available then. */
  expected: ReadonlySignal<ScreenId | null>;
  expect(screen: ScreenId): void;
}

function isSameScreen(there: Screen | undefined, screen: Screen) {
  const { ticketId, entryId, slug, query, integration } = screen;
  return (
    there?.ticketId === ticketId &&
    there?.entryId === entryId &&
    there?.slug === slug &&
    there?.query === query &&
    there?.integration === integration
  );
}

const first: Screen = { id: 'home' };

export function createMessengerModel(): MessengerModel {
  const isOpen = signal(false);
  const stack = signal<readonly Screen[]>([first]);
  const direction = signal<'forward' | 'back'>('forward');
  const expected = signal<ScreenId | null>(null);

  function show(next: readonly Screen[], way: 'forward' | 'back'): void {
    direction.value = way;
    stack.value = next;
  }

  function navigate(screen: Screen): void {
    const known = stack.peek().findIndex((one) => one.id === screen.id);
    const there = stack.peek()[known];
    const isSeen = known === stack.peek().length - 1;
    if (isSeen && isSameScreen(there, screen)) return;
    // An article that is opened from an article is added to the stack, so that back leads to the
    // first one.
    const isNext = isSeen && screen.slug !== undefined;
    if (known >= 0 && !isNext) show([...stack.peek().slice(0, known), screen], 'back');
    else show([...stack.peek(), screen], 'forward');
  }

  return {
    isOpen,
    stack,
    direction,
    screen: computed(() => stack.value[stack.value.length - 1] ?? first),
    open(screen) {
      if (screen) navigate({ id: screen });
      isOpen.value = true;
    },
    close() {
      isOpen.value = false;
    },
    navigate,
    replace: (screen) => show([...stack.peek().slice(0, -1), screen], 'forward'),
    back() {
      if (stack.peek().length > 1) show(stack.peek().slice(0, -1), 'back');
      else isOpen.value = false;
    },
    home() {
      show([first], 'back');
    },
    expected,
    expect(screen) {
      expected.value = screen;
    },
  };
}

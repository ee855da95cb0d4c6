import { expect, waitFor, within } from 'storybook/test';
import { focused } from '../src/shell/focus.ts';

type Queries = ReturnType<typeof within>;

/** Finds what a UI story rendered by role and label, like a person does. */
export function inHost(canvas: HTMLElement): Queries {
  return within(boxIn(canvas.querySelector('[data-story-host]')));
}

/** Returns queries for the floating button of the running widget. */
export function inLauncher(): Queries {
  return within(boxIn(document.querySelector('penguin-support')));
}

/** Returns queries for a placed widget, after it has loaded. */
export async function inPlaced(canvas: HTMLElement): Promise<Queries> {
  return within(await waitFor(() => boxIn(canvas.querySelector('[data-placed]'))));
}

/** Returns queries for the panel, after it has opened and its animations have ended. */
export async function inPanel(): Promise<Queries> {
  const root = document.querySelector('penguin-support')?.shadowRoot;
  const panel = await waitFor(() => {
    const dialog = root?.querySelector<HTMLElement>('dialog[open]');
    if (!dialog) throw new Error('The panel is not open.');
    return dialog;
  });
  await stillness();
  return within(panel);
}

/** Returns queries for the picture of a conversation that is open in the whole window. */
export async function inPicture(name: string): Promise<Queries> {
  const panel = await inPanel();
  return within(await panel.findByRole('dialog', { name }));
}

/**
 * Resolves when no animation of the widget runs. During a fade, colors have too little contrast.
 */
export async function stillness(): Promise<void> {
  const root = document.querySelector('penguin-support')?.shadowRoot;
  const moving = (root?.getAnimations() ?? []).map((animation) => animation.finished);
  await Promise.allSettled(moving);
}

/** Expects an element to have the focus, through shadow roots. */
export async function expectFocus(element: HTMLElement): Promise<void> {
  await waitFor(() => expect(focused()).toBe(element));
}

function boxIn(host: Element | null): HTMLElement {
  const box = [...(host?.shadowRoot?.children ?? [])].find(
    (element) => element instanceof HTMLDivElement,
  );
  if (!box) throw new Error('There is no shadow root to look into.');
  return box;
}

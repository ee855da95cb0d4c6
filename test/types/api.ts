/** Code that the types must reject. Checked by `tsc`: an unused `@ts-expect-error` is an error. */
import type { EventName } from '../../src/analytics/events.ts';
import type { Track } from '../../src/analytics/track.ts';
import type { Command, CommandFunction } from '../../src/commands.ts';
import type { TrackedName } from '../../src/contract/event.ts';
import type { Support, SupportConfig } from '../../src/index.ts';

export function events(track: Track, support: Support): void {
  track('support_menu_open', { source: 'help_center' });
  // @ts-expect-error no event of the plan
  track('support_menu_opened', { source: 'help_center' });
  // @ts-expect-error a property that the plan does not have
  track('support_menu_open', { source: 'help_center', email: 'a@b.example' });
  // @ts-expect-error a value that the plan does not have
  track('support_menu_open', { source: 'sidebar' });
  // @ts-expect-error a property is missing
  track('support_panel_close', { screen: 'home' });

  support.on('support_ticket_created', ({ properties }) => properties.ticket_number.length);
  support.on('*', ({ name, properties }) => `${name} ${properties.timestamp}`);
  // @ts-expect-error a property of another event
  support.on('support_menu_open', ({ properties }) => properties.ticket_number);
  // @ts-expect-error no event of the plan
  support.once('support_nothing', () => {});
}

/** The page's plan and the names that the backend accepts are equal. */
export const plan: [EventName, TrackedName] extends [infer Ours, infer Theirs]
  ? [Ours, Theirs] extends [Theirs, Ours]
    ? true
    : never
  : never = true;

export const commands: Command[] = [
  ['init'],
  ['init', { apiKey: 'pk_test_1' }],
  ['open', 'ticket'],
  ['identify', { user: { id: 'u1' } }],
  ['destroy'],
  // @ts-expect-error no such screen
  ['open', 'settings'],
  // @ts-expect-error no such method
  ['explode'],
  // @ts-expect-error a value is missing
  ['identify'],
  // @ts-expect-error not a method
  ['isOpen'],
];

export function call(PenguinSupport: CommandFunction): void {
  PenguinSupport('newTicket', { subject: 'Mails bounce' });
  // @ts-expect-error no such part of a ticket
  PenguinSupport('newTicket', { title: 'Mails bounce' });
}

// @ts-expect-error no such theme
export const theme: SupportConfig = { theme: 'blue' };
// @ts-expect-error fixed at the start
export const fixed = (support: Support) => support.configure({ apiKey: 'pk_test_2' });

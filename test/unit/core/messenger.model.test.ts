import { describe, expect, it } from 'vitest';
import { createMessengerModel } from '../../../src/core/messenger.model.ts';

const ids = ({ stack }: ReturnType<typeof createMessengerModel>) =>
  stack.value.map(({ id, ticketId }) => (ticketId ? `${id}:${ticketId}` : id));

describe('createMessengerModel', () => {
  it('opens where it was, or on the screen asked for', () => {
    const messenger = createMessengerModel();
    messenger.open();
    expect(messenger.isOpen.value).toBe(true);
    expect(messenger.screen.value.id).toBe('home');
    messenger.open('ticket');
    messenger.close();
    expect(messenger.isOpen.value).toBe(false);
    messenger.open();
    expect(ids(messenger)).toEqual(['home', 'ticket']);
  });

  it('goes back step by step, and from the first screen closes', () => {
    const messenger = createMessengerModel();
    messenger.open('requests');
    messenger.navigate({ id: 'conversation', ticketId: 'a' });
    expect(messenger.direction.value).toBe('forward');
    messenger.back();
    expect(ids(messenger)).toEqual(['home', 'requests']);
    expect(messenger.direction.value).toBe('back');
    messenger.back();
    expect(messenger.isOpen.value).toBe(true);
    messenger.back();
    expect(messenger.isOpen.value).toBe(false);
    expect(ids(messenger)).toEqual(['home']);
  });

  it('stays where it is when asked for the screen that is seen', () => {
    const messenger = createMessengerModel();
    messenger.navigate({ id: 'conversation', ticketId: 'a' });
    const before = messenger.stack.value;
    messenger.navigate({ id: 'conversation', ticketId: 'a' });
    expect(messenger.stack.value).toBe(before);
  });

  it('returns to a screen that is under the one seen, instead of stacking it twice', () => {
    const messenger = createMessengerModel();
    messenger.navigate({ id: 'requests' });
    messenger.navigate({ id: 'conversation', ticketId: 'a' });
    messenger.navigate({ id: 'requests' });
    expect(ids(messenger)).toEqual(['home', 'requests']);
    expect(messenger.direction.value).toBe('back');
  });

  it('shows another conversation in place of the one seen', () => {
    const messenger = createMessengerModel();
    messenger.navigate({ id: 'conversation', ticketId: 'a' });
    messenger.navigate({ id: 'conversation', ticketId: 'b' });
    expect(ids(messenger)).toEqual(['home', 'conversation:b']);
  });

  it('comes home from anywhere', () => {
    const messenger = createMessengerModel();
    messenger.open('requests');
    messenger.navigate({ id: 'ticket' });
    messenger.home();
    expect(ids(messenger)).toEqual(['home']);
    expect(messenger.isOpen.value).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { createMessengerModel } from '../../../src/core/messenger.model.ts';

const ids = ({ stack }: ReturnType<typeof createMessengerModel>) =>
  stack.value.map(({ id, ticketId }) => (ticketId ? `${id}:${ticketId}` : id));

describe('createMessengerModel', () => {
  it('opens on the last screen, or on the requested one', () => {
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

  it('goes back step by step, and closes on the first screen', () => {
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

  it('stays if the visible screen is requested', () => {
    const messenger = createMessengerModel();
    messenger.navigate({ id: 'conversation', ticketId: 'a' });
    const before = messenger.stack.value;
    messenger.navigate({ id: 'conversation', ticketId: 'a' });
    expect(messenger.stack.value).toBe(before);
  });

  it('returns to a screen below the visible one, instead of adding it twice', () => {
    const messenger = createMessengerModel();
    messenger.navigate({ id: 'requests' });
    messenger.navigate({ id: 'conversation', ticketId: 'a' });
    messenger.navigate({ id: 'requests' });
    expect(ids(messenger)).toEqual(['home', 'requests']);
    expect(messenger.direction.value).toBe('back');
  });

  it('replaces the visible conversation by another one', () => {
    const messenger = createMessengerModel();
    messenger.navigate({ id: 'conversation', ticketId: 'a' });
    messenger.navigate({ id: 'conversation', ticketId: 'b' });
    expect(ids(messenger)).toEqual(['home', 'conversation:b']);
  });

  it('goes to the first screen from every screen', () => {
    const messenger = createMessengerModel();
    messenger.open('requests');
    messenger.navigate({ id: 'ticket' });
    messenger.home();
    expect(ids(messenger)).toEqual(['home']);
    expect(messenger.isOpen.value).toBe(true);
  });
});

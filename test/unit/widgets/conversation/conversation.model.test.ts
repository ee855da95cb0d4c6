// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Api } from '../../../../src/core/ports.ts';
import { NotFoundError } from '../../../../src/errors.ts';
import { createDeferred } from '../../../support/deferred.ts';
import { eventually } from '../../../support/eventually.ts';
import { conversationOf, messageOf } from '../../../support/samples.ts';
import { createReader, disposeReaders } from './support.ts';

afterEach(disposeReaders);

describe('the model of a conversation', () => {
  it('loads the request that the screen names, and none before', async () => {
    const { getTicket, read, shownId, context } = createReader();
    context.messenger.navigate({ id: 'requests' });
    expect(getTicket).not.toHaveBeenCalled();
    await read('a');
    await eventually(() => expect(shownId()).toBe('a'));
    await read('b');
    expect(shownId()).toBeUndefined();
    await eventually(() => expect(shownId()).toBe('b'));
  });

  it('keeps a request seen before while it loads again', async () => {
    const { read, shownId, model } = createReader();
    await read('a');
    await eventually(() => expect(shownId()).toBe('a'));
    model.retry();
    expect(model.state.value).toMatchObject({ at: 'loading', value: { ticket: { id: 'a' } } });
    await eventually(() => expect(model.state.value.at).toBe('ready'));
  });

  it('shows nothing of the previous visitor to the next', async () => {
    const { read, shownId, context, model, getTicket } = createReader();
    await read('a');
    await eventually(() => expect(shownId()).toBe('a'));
    getTicket.mockRejectedValue(new NotFoundError('not yours'));
    context.visitor.identify({ user: { id: 'bob' } });
    expect(shownId()).toBeUndefined();
    await eventually(() => expect(model.state.value.at).toBe('failed'));
    expect(shownId()).toBeUndefined();
  });

  it('drops a response that arrives after dispose', async () => {
    const late = createDeferred<ReturnType<typeof conversationOf>>();
    const { read, model, getTicket, context } = createReader();
    getTicket.mockReturnValue(late.promise);
    await read('a');
    await eventually(() => expect(getTicket).toHaveBeenCalledOnce());
    model.dispose();
    late.resolve(conversationOf());
    await late.promise;
    context.messenger.navigate({ id: 'conversation', ticketId: 'b' });
    expect(model.state.value).toEqual({ at: 'idle' });
    expect(getTicket).toHaveBeenCalledOnce();
  });

  it('shows a reply of the team as soon as it is announced', async () => {
    const { read, bodies, getTicket, listener, context } = createReader();
    context.requests.load();
    await read('a');
    await eventually(() => expect(bodies()).toEqual(['Message 1.']));
    getTicket.mockResolvedValue(conversationOf([messageOf(1), messageOf(2)], { id: 'a' }));
    listener({ type: 'message', ticket_id: 'a', position: 2, author: 'agent' });
    await eventually(() => expect(bodies()).toEqual(['Message 1.', 'Message 2.']));
  });

  it('loads the conversation again when the panel is reopened', async () => {
    const { read, getTicket, context, shownId } = createReader();
    await read('a');
    await eventually(() => expect(shownId()).toBe('a'));
    context.messenger.close();
    const before = getTicket.mock.calls.length;
    context.messenger.open();
    await eventually(() => expect(getTicket.mock.calls.length).toBe(before + 1));
  });

  it('keeps entries that newer ones have pushed out of the newest page', async () => {
    const { read, bodies, getTicket, model } = createReader();
    const page = (...positions: number[]) => ({
      ...conversationOf(positions.map((position) => messageOf(position))),
      has_earlier: true,
    });
    getTicket.mockResolvedValue(page(2, 3));
    await read('a');
    await eventually(() => expect(bodies()).toHaveLength(2));
    getTicket.mockResolvedValue(page(3, 4));
    model.retry();
    await eventually(() => expect(bodies()).toEqual(['Message 2.', 'Message 3.', 'Message 4.']));
    // There may be others between entries that were never read together.
    getTicket.mockResolvedValue(page(8, 9));
    model.retry();
    await eventually(() => expect(bodies()).toEqual(['Message 8.', 'Message 9.']));
    expect(model.hasEarlier.value).toBe(true);
  });

  it('adds earlier entries before the others, page by page', async () => {
    const listMessages = vi.fn<Api['listMessages']>(async () => ({
      messages: [messageOf(2), messageOf(3)],
      has_more: true,
    }));
    const { read, model, getTicket, bodies } = createReader({ listMessages });
    getTicket.mockResolvedValue({
      ...conversationOf([messageOf(4), messageOf(5)]),
      has_earlier: true,
    });
    await read('a');
    await eventually(() => expect(model.hasEarlier.value).toBe(true));
    await model.loadEarlier();
    expect(listMessages.mock.calls[0]?.[0]).toEqual({
      params: { id: 'a' },
      query: { before: '4' },
    });
    listMessages.mockResolvedValue({ messages: [messageOf(1)], has_more: false });
    await model.loadEarlier();
    expect(bodies()).toEqual([1, 2, 3, 4, 5].map((n) => `Message ${n}.`));
    expect(model.hasEarlier.value).toBe(false);
  });

  it('reports to the backend what has been read, and updates the counter', async () => {
    const markRead = vi.fn<Api['markRead']>(async () => ({ unread: 0 }));
    const { read, context } = createReader({ markRead });
    await context.requests.first.refresh();
    expect(context.requests.unread.value).toBe(2);
    await read('a');
    await eventually(() => expect(context.requests.unread.value).toBe(0));
    expect(markRead.mock.calls.map(([input]) => input)).toEqual([
      { params: { id: 'a' }, body: { position: 1 } },
    ]);
  });
});

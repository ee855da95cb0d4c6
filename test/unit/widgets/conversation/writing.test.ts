// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Api } from '../../../../src/core/ports.ts';
import { NetworkError } from '../../../../src/errors.ts';
import { createDeferred } from '../../../support/deferred.ts';
import { eventually } from '../../../support/eventually.ts';
import { conversationOf, messageOf } from '../../../support/samples.ts';
import { createReader, disposeReaders } from './support.ts';

afterEach(disposeReaders);

describe('writing in a conversation', () => {
  it('shows a reply immediately, sends it by the outbox and loads the conversation when it is stored', async () => {
    const response = createDeferred<ReturnType<typeof messageOf>>();
    const replyToTicket = vi.fn<Api['replyToTicket']>(() => response.promise);
    const { read, model, shownId, getTicket, context } = createReader({ replyToTicket });
    await read('a');
    await eventually(() => expect(shownId()).toBe('a'));
    model.draft.change('  Done, thank you. ');
    model.send();
    model.send();
    expect(model.draft.text.value).toBe('');
    await eventually(() =>
      expect(model.pending.value).toMatchObject([{ body: 'Done, thank you.' }]),
    );
    const before = getTicket.mock.calls.length;
    response.resolve(messageOf(2));
    await eventually(() => expect(model.pending.value).toEqual([]));
    expect(replyToTicket).toHaveBeenCalledOnce();
    expect(getTicket.mock.calls.length).toBeGreaterThan(before);
    expect(context.events.map(({ name }) => name)).toContain('support_reply_sent');
  });

  it('sends replies and comments in a form that can be stored', async () => {
    const replyToTicket = vi.fn<Api['replyToTicket']>(async () => messageOf(2));
    const rateTicket = vi.fn<Api['rateTicket']>(async () => ({
      rating: { score: 2, comment: null, created_at: '2026-05-04T10:00:00Z' },
    }));
    const { read, model, shownId } = createReader({ replyToTicket, rateTicket });
    await read('a');
    await eventually(() => expect(shownId()).toBe('a'));
    model.draft.change('one\r\ntwo\rthree \ud800 \0');
    model.send();
    model.rating.rate(2, 'four\r\nfive');
    await eventually(() => expect(rateTicket).toHaveBeenCalledOnce());
    expect(replyToTicket.mock.calls[0]?.[0]).toMatchObject({
      body: { body: 'one\ntwo\nthree \ufffd \ufffd' },
    });
    expect(rateTicket.mock.calls[0]?.[0]).toMatchObject({ body: { comment: 'four\nfive' } });
  });

  it('keeps a draft for each request after a reload, and can edit a waiting reply', async () => {
    const replyToTicket = vi.fn(() => Promise.reject(new NetworkError('gone')));
    const { read, model, shownId } = createReader({ replyToTicket });
    await read('a');
    await eventually(() => expect(shownId()).toBe('a'));
    model.draft.change('For a');
    await read('b');
    expect(model.draft.text.value).toBe('');
    await read('a');
    expect(model.draft.text.value).toBe('For a');
    model.send();
    await eventually(() => expect(model.pending.value[0]?.state.at).toBe('queued'));
    model.edit(model.pending.value[0]?.id ?? '');
    expect(model.draft.text.value).toBe('For a');
    await eventually(() => expect(model.pending.value).toEqual([]));
  });

  it('asks for a rating of a resolved request, until it is given or dismissed, and again on request', async () => {
    const rateTicket = vi.fn<Api['rateTicket']>(async () => ({
      rating: { score: 4, comment: null, created_at: '2026-05-04T10:00:00Z' },
    }));
    const { read, model, getTicket } = createReader({ rateTicket });
    getTicket.mockResolvedValue(conversationOf([messageOf(1)], { id: 'a', status: 'resolved' }));
    await read('a');
    await eventually(() => expect(model.rating.state.value).toBe('asked'));
    model.rating.rate(4, ' ');
    await eventually(() => expect(rateTicket).toHaveBeenCalledOnce());
    expect(rateTicket.mock.calls[0]?.[0]).toMatchObject({
      params: { id: 'a' },
      body: { score: 4 },
    });
    await eventually(() => expect(model.rating.state.value).toBe('asked'));
    model.rating.dismiss();
    expect(model.rating.state.value).toBe('dismissed');
    model.rating.askAgain();
    expect(model.rating.state.value).toBe('asked');
  });
});

import { describe, expect, it, vi } from 'vitest';
import { NotFoundError } from '../../../../src/errors.ts';
import { createConversationModel } from '../../../../src/widgets/conversation/conversation.model.ts';
import { createAnswer } from '../../../support/answer.ts';
import { createFakeApi, createTestContext, ticketOf } from '../../../support/fakes.ts';

function createReader(
  getTicket = vi.fn(async ({ params }: { params: { id: string } }) => ticketOf({ id: params.id })),
) {
  const context = createTestContext({
    visitor: { user: { id: 'ada' } },
    api: createFakeApi({ getTicket }),
  });
  const model = createConversationModel(context);
  const shownId = () => {
    const state = model.ticket.value;
    return state.at === 'idle' ? undefined : state.value?.id;
  };
  return {
    context,
    model,
    getTicket,
    shownId,
    read: (ticketId: string) => context.messenger.navigate({ id: 'conversation', ticketId }),
  };
}

describe('createConversationModel', () => {
  it('reads the request that the screen names, and none before', async () => {
    const { getTicket, read, shownId, context } = createReader();
    context.messenger.navigate({ id: 'requests' });
    expect(getTicket).not.toHaveBeenCalled();
    read('a');
    await vi.waitFor(() => expect(shownId()).toBe('a'));
    read('b');
    expect(shownId()).toBeUndefined();
    await vi.waitFor(() => expect(shownId()).toBe('b'));
  });

  it('keeps a request seen before while it reads it again', async () => {
    const { read, shownId, context, model } = createReader();
    read('a');
    await vi.waitFor(() => expect(shownId()).toBe('a'));
    model.retry();
    expect(model.ticket.value).toMatchObject({ at: 'loading', value: { id: 'a' } });
    await vi.waitFor(() => expect(model.ticket.value.at).toBe('ready'));
    expect(context.events).toEqual([]);
  });

  it('shows nothing of the visitor before to the next', async () => {
    const getTicket = vi.fn(async () => ticketOf({ id: 'a' }));
    const { read, shownId, context, model } = createReader(getTicket);
    read('a');
    await vi.waitFor(() => expect(shownId()).toBe('a'));
    getTicket.mockRejectedValue(new NotFoundError('not yours'));
    context.visitor.identify({ user: { id: 'bob' } });
    expect(shownId()).toBeUndefined();
    await vi.waitFor(() => expect(model.ticket.value.at).toBe('failed'));
    expect(shownId()).toBeUndefined();
  });

  it('drops an answer that comes after dispose', async () => {
    const late = createAnswer<ReturnType<typeof ticketOf>>();
    const { read, model, getTicket, context } = createReader(vi.fn(() => late.promise));
    read('a');
    await vi.waitFor(() => expect(getTicket).toHaveBeenCalledOnce());
    model.dispose();
    late.resolve(ticketOf());
    await late.promise;
    context.messenger.navigate({ id: 'conversation', ticketId: 'b' });
    expect(model.ticket.value).toEqual({ at: 'idle' });
    expect(getTicket).toHaveBeenCalledOnce();
  });
});

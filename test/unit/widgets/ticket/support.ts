import { type Mock, onTestFinished, vi } from 'vitest';
import type { Api } from '../../../../src/core/ports.ts';
import { createTicketModel } from '../../../../src/widgets/ticket/ticket.model.ts';
import { contextLines } from '../../../../src/widgets/ticket/ticketContext.ts';
import {
  createFakeApi,
  createFakePage,
  createMemoryStore,
  createTestContext,
} from '../../../support/fakes.ts';
import { ticketOf } from '../../../support/samples.ts';

export const written = {
  category: 'billing',
  subject: 'Invoice',
  description: 'It is wrong.',
  email: 'ada@example.com',
};

type CreateTicket = Mock<Api['createTicket']>;

interface Parts extends Omit<NonNullable<Parameters<typeof createTestContext>[0]>, 'api'> {
  createTicket?: CreateTicket;
  withoutApi?: boolean;
}

/** The form of a visitor with a backend that accepts every request. */
export function createForm({
  createTicket = vi.fn(async () => ticketOf()),
  withoutApi,
  ...parts
}: Parts = {}) {
  const store = createMemoryStore();
  const page = createFakePage();
  const context = createTestContext({
    store,
    page,
    visitor: { user: { id: 'ada' }, tenant: { id: 't1', name: 'Acme', plan: 'Business' } },
    ...parts,
    api: withoutApi ? null : createFakeApi({ createTicket }),
  });
  const model = createTicketModel(context);
  onTestFinished(model.dispose);
  return {
    context,
    store: parts.store ?? store,
    page,
    createTicket,
    model,
    /** Returns the attached context as the form lists it. */
    lines: () => contextLines(model.values.value, context, model.surroundings()),
    /** Returns the sent requests with their keys. */
    sent: () => createTicket.mock.calls.map(([{ body, idempotencyKey: key }]) => ({ body, key })),
    names: () => context.events.map(({ name }) => name),
  };
}

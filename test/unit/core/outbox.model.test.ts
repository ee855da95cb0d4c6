// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { OutboxModel } from '../../../src/core/outbox.model.ts';
import { NetworkError } from '../../../src/errors.ts';
import { eventually } from '../../support/eventually.ts';
import { createFakeApi, createTestContext } from '../../support/fakes.ts';

const subjectsOf = ({ entries }: OutboxModel) =>
  entries.value.map(({ write }) => write.endpoint === 'createTicket' && write.body.subject);

it('only shows a person their own requests on a shared device', async () => {
  const down = createFakeApi({
    createTicket: () => Promise.reject(new NetworkError('gone')),
  });
  const { outbox, visitor } = createTestContext({ api: down, visitor: { user: { id: 'ada' } } });
  if (outbox === null) throw new Error('With a backend there is an outbox.');
  const write = (subject: string) => {
    const body = { subject, description: 'Text', email: 'a@b.example', category: 'billing' };
    return outbox.send(subject, { endpoint: 'createTicket', body });
  };
  await write('of ada');
  await eventually(() => expect(subjectsOf(outbox)).toEqual(['of ada']));

  visitor.identify({ user: { id: 'grace' } });
  expect(subjectsOf(outbox)).toEqual([]);
  await write('of grace');
  await eventually(() => expect(subjectsOf(outbox)).toEqual(['of grace']));

  visitor.identify({ user: { id: 'ada' } });
  expect(subjectsOf(outbox)).toEqual(['of ada']);
  visitor.reset();
  expect(subjectsOf(outbox)).toEqual([]);
});

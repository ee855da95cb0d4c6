// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { ofVisitor } from '../../../../src/brand.ts';
import type { Ticket } from '../../../../src/contract/ticket.ts';
import { ServerError } from '../../../../src/errors.ts';
import { createDeferred } from '../../../support/deferred.ts';
import { eventually } from '../../../support/eventually.ts';
import { ticketOf } from '../../../support/samples.ts';
import { createForm, written } from './support.ts';

const bob = { user: { id: 'bob', name: 'Bob', email: 'bob@example.com' } };

describe('the form of each visitor', () => {
  it('starts with the name and address from the host', () => {
    const { model } = createForm({ visitor: bob });
    expect(model.values.value).toMatchObject({ name: 'Bob', email: 'bob@example.com' });
    expect([model.asksName.value, model.asksEmail.value]).toEqual([false, false]);
  });

  it('is restored after a reload', () => {
    const before = createForm();
    before.model.change(written);
    before.model.changeCustom('os', 'Linux');
    const { model } = createForm({ store: before.store });
    expect(model.values.value).toMatchObject({ ...written, custom: { os: 'Linux' } });
  });

  it('is empty for the next visitor, and restored for the first', () => {
    const { model, context } = createForm();
    model.change(written);
    context.visitor.identify(bob);
    expect(model.values.value).toMatchObject({ description: '', email: 'bob@example.com' });
    context.visitor.identify({ user: { id: 'ada' } });
    expect(model.values.value).toMatchObject(written);
  });

  it('leaves nothing behind after reset', () => {
    const { model, context, store } = createForm();
    model.change(written);
    context.visitor.reset();
    expect(model.values.value.description).toBe('');
    expect(store.get(ofVisitor('ada', 'draft'))).toBeNull();
  });

  it.each(['succeeds', 'fails'])(
    'shows nothing of the previous visitor, whose request %s after the change',
    async (outcome) => {
      const response = createDeferred<Ticket>();
      const createTicket = vi.fn(() => response.promise);
      const { model, context } = createForm({ createTicket });
      model.change(written);
      const sending = model.submit();
      await eventually(() => expect(createTicket).toHaveBeenCalled());
      context.visitor.identify(bob);
      model.change({ description: 'Words of Bob' });
      if (outcome === 'succeeds') response.resolve(ticketOf());
      else response.reject(new ServerError('down'));
      await sending;
      expect(model.status.value).toEqual({ at: 'editing' });
      expect(model.values.value.description).toBe('Words of Bob');
      expect(context.visitor.store.get('draft')).toContain('Words of Bob');
    },
  );

  it('is not sent as another visitor who signed in while the client was loading', async () => {
    const { model, context, sent } = createForm();
    model.change(written);
    const sending = model.submit();
    context.visitor.identify(bob);
    await sending;
    expect(sent()).toEqual([]);
    context.visitor.identify({ user: { id: 'ada' } });
    expect(model.values.value).toMatchObject(written);
  });

  it('does not report an earlier attempt by mail for the next visitor', async () => {
    const { model, context, sent } = createForm();
    model.mail();
    context.visitor.identify(bob);
    model.change(written);
    await model.submit();
    expect(sent()[0]?.body.mailtoAttempted).toBe(false);
  });

  it('takes over the values of the host, and keeps the others', () => {
    const { model, context, store } = createForm();
    model.change(written);
    context.prefill.put({ subject: 'From the page', priority: 'critical' });
    expect(model.values.value).toMatchObject({
      ...written,
      subject: 'From the page',
      priority: 'critical',
    });
    expect(store.get(ofVisitor('ada', 'draft'))).toContain('From the page');
  });

  it('takes over values that were set before the form existed', async () => {
    const { model, context } = createForm();
    model.change(written);
    await model.submit();
    context.prefill.put({ subject: 'Next' });
    expect(model.status.value.at).toBe('editing');
    expect(model.values.value).toMatchObject({ subject: 'Next', description: '' });
  });

  it('has no listener after dispose', () => {
    const { model, context } = createForm();
    model.change(written);
    model.dispose();
    context.visitor.reset();
    context.prefill.put({ subject: 'late' });
    expect(model.values.value).toMatchObject(written);
  });
});

// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { ofVisitor } from '../../../../src/brand.ts';
import {
  AuthenticationError,
  ConflictError,
  ServerError,
  ValidationError,
} from '../../../../src/errors.ts';
import { createDeferred } from '../../../support/deferred.ts';
import { ticketOf } from '../../../support/samples.ts';
import { createForm, written } from './support.ts';

describe('sending a request', () => {
  it('sends nothing while values are missing, and names them', async () => {
    const { model, sent, names } = createForm();
    model.change({ ...written, subject: ' ' });
    await model.submit();
    expect(sent()).toEqual([]);
    expect(names()).toEqual([]);
    expect(model.problems.value).toEqual({ subject: { kind: 'required' } });
    expect(model.status.value.at).toBe('editing');
    model.change({ subject: 'Invoice' });
    expect(model.problems.value).toEqual({});
  });

  it('sends the text, the author and the page, and shows the ticket', async () => {
    const { model, sent, names, context } = createForm();
    context.messenger.navigate({ id: 'ticket' });
    model.change({ ...written, priority: 'high' });
    const sending = model.submit();
    expect(model.status.value).toEqual({ at: 'sending' });
    await sending;
    const { id, entryId } = context.messenger.screen.value;
    expect(id).toBe('sent');
    const entry = context.outbox?.entries.value.find((one) => one.id === entryId);
    expect(entry?.state).toMatchObject({ at: 'sent', ticket: ticketOf() });
    expect(model.values.value.description).toBe('');
    expect(sent()[0]?.body).toEqual({
      ...written,
      priority: 'high',
      userId: 'ada',
      tenantId: 't1',
      customerTier: 'business',
      mailtoAttempted: false,
      context: {
        url: 'https://app.example.com/campaigns',
        title: 'Campaigns',
        browser: 'Browser 1.0',
        locale: 'en',
        version: 'app 7',
      },
    });
    expect(names()).toEqual(['support_ticket_submit', 'support_ticket_created']);
  });

  it('sends one request, however often the button is pressed', async () => {
    const response = createDeferred<ReturnType<typeof ticketOf>>();
    const { model, createTicket, names } = createForm({
      createTicket: vi.fn(() => response.promise),
    });
    model.change(written);
    const presses = [model.submit(), model.submit(), model.submit()];
    response.resolve(ticketOf());
    await Promise.all(presses);
    expect(createTicket).toHaveBeenCalledOnce();
    expect(names()).toEqual(['support_ticket_submit', 'support_ticket_created']);
  });

  it('keeps text that was typed while the request was sent as the next draft', async () => {
    const response = createDeferred<ReturnType<typeof ticketOf>>();
    const { model, sent } = createForm({ createTicket: vi.fn(() => response.promise) });
    model.change(written);
    const sending = model.submit();
    const more = `${written.description} And the date is wrong, too.`;
    model.change({ description: more });
    response.resolve(ticketOf());
    await sending;
    expect(sent().map(({ body }) => body.description)).toEqual([written.description]);
    expect(model.values.value.description).toBe(more);
    await model.submit();
    expect(new Set(sent().map(({ key }) => key)).size).toBe(2);
    expect(sent()[1]?.body.description).toBe(more);
  });

  it('does not let newTicket of the host start a second one in parallel', async () => {
    const response = createDeferred<ReturnType<typeof ticketOf>>();
    const { model, context, createTicket } = createForm({
      createTicket: vi.fn(() => response.promise),
    });
    model.change(written);
    const sending = model.submit();
    context.prefill.put({ subject: 'Another matter' });
    expect(model.status.value.at).toBe('sending');
    const second = model.submit();
    response.resolve(ticketOf());
    await Promise.all([sending, second]);
    expect(createTicket).toHaveBeenCalledOnce();
    expect(model.values.value).toMatchObject({ subject: 'Another matter', description: '' });
  });

  it('passes the text to the outbox while the backend is down, and says that it waits', async () => {
    const error = new ServerError('down', undefined, { code: 'SERVICE_UNAVAILABLE' });
    const { model, context, store } = createForm({
      createTicket: vi.fn(() => Promise.reject(error)),
    });
    context.messenger.navigate({ id: 'ticket' });
    model.change(written);
    await model.submit();
    expect(model.status.value).toEqual({ at: 'editing' });
    expect(model.values.value.description).toBe('');
    expect(store.get(ofVisitor('ada', 'draft'))).toBeNull();
    const [entry] = context.outbox?.entries.value ?? [];
    expect(context.messenger.screen.value).toEqual({ id: 'sent', entryId: entry?.id });
    expect(entry?.write).toMatchObject({ body: { description: 'It is wrong.' } });
    expect(entry?.state).toMatchObject({ at: 'queued', error: { code: 'SERVICE_UNAVAILABLE' } });
    expect(context.events.at(-1)).toMatchObject({
      name: 'support_ticket_queued',
      properties: { reason: 'SERVICE_UNAVAILABLE', category: 'billing', priority: 'medium' },
    });
  });

  it('keeps the text in the form if it is rejected, and shows the reason', async () => {
    const error = new AuthenticationError('no', { code: 'INVALID_KEY' });
    const { model, context, store } = createForm({
      createTicket: vi.fn(() => Promise.reject(error)),
    });
    model.change(written);
    await model.submit();
    expect(model.status.value).toMatchObject({ at: 'failed', error: { code: 'INVALID_KEY' } });
    expect(model.values.value).toMatchObject(written);
    expect(store.get(ofVisitor('ada', 'draft'))).toContain('It is wrong.');
    expect(context.outbox?.entries.value).toEqual([]);
    expect(context.events.at(-1)).toMatchObject({
      name: 'support_ticket_failed',
      properties: { reason: 'INVALID_KEY', category: 'billing', priority: 'medium' },
    });
  });

  it('shows an error of the backend at its field, until the field is changed', async () => {
    const details = [
      { field: 'email', message: 'Must be an e-mail address.' },
      { field: 'customFields.os', message: 'Unknown.' },
    ];
    const { model } = createForm({
      visitor: { user: { id: 'ada', email: 'ada@example.com' } },
      createTicket: vi.fn(() => Promise.reject(new ValidationError('no', details))),
    });
    expect(model.asksEmail.value).toBe(false);
    model.change({ ...written, custom: { os: 'x' } });
    await model.submit();
    expect(model.problems.value).toEqual({
      email: { kind: 'rejected', message: 'Must be an e-mail address.' },
      'customFields.os': { kind: 'rejected', message: 'Unknown.' },
    });
    expect(model.asksEmail.value).toBe(true);
    model.changeCustom('os', 'Linux');
    model.change({ email: 'a@b.example' });
    expect(model.problems.value).toEqual({});
  });

  it('keeps one key for retries and reload, and uses a new one after it was sent', async () => {
    const createTicket = vi.fn(async () => ticketOf());
    createTicket.mockRejectedValueOnce(new AuthenticationError('key'));
    createTicket.mockRejectedValueOnce(new ConflictError('state', { code: 'NOT_RESOLVED' }));
    const before = createForm({ createTicket });
    before.model.change(written);
    await before.model.submit();
    await before.model.submit();
    before.model.dispose();
    const { model, sent } = createForm({ createTicket, store: before.store });
    expect(model.values.value).toMatchObject(written);
    await model.submit();
    const keys = sent().map(({ key }) => key);
    expect(new Set(keys).size).toBe(1);
    expect(keys).toHaveLength(3);
    expect(model.values.value.description).toBe('');
    model.change(written);
    await model.submit();
    expect(keys).not.toContain(sent()[3]?.key);
  });

  it('asks for the name if the host’s name cannot be sent', async () => {
    const { model } = createForm({ visitor: { user: { name: 'A'.repeat(201) } } });
    expect(model.asksName.value).toBe(false);
    model.change(written);
    await model.submit();
    expect(model.problems.value).toHaveProperty('name');
    expect(model.asksName.value).toBe(true);
  });
});

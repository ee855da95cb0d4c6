// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { readEntry } from '../../../../src/client/outboxEntry.ts';
import { TicketDraft } from '../../../../src/contract/ticket.ts';
import { draftOf } from '../../../../src/widgets/ticket/ticketContext.ts';
import { createMemoryEntries, destination } from '../../../support/fakeOutbox.ts';
import { resultOf } from '../../../support/samples.ts';
import { createForm, written } from './support.ts';

describe('a value that no request can contain', () => {
  it.each([
    ['a relative address', { url: '/kb/a' }, { url: 'https://api.example.com/kb/a' }],
    ['a long title', { title: 'x'.repeat(900) }, { title: 'x'.repeat(200) }],
    [
      'half a character at the cut',
      { title: `${'x'.repeat(199)}😀` },
      { title: `${'x'.repeat(199)}\ufffd` },
    ],
    ['a long name', { slug: 'a'.repeat(500) }, { slug: 'a'.repeat(128) }],
    ['no title', { title: ' ' }, null],
    ['an unsafe address', { url: 'javascript:alert(1)' }, null],
    ['no address', { url: 'https://[' }, null],
    ['an endless address', { url: `https://help.example.com/${'a'.repeat(3_000)}` }, null],
  ])('does not prevent a request with a suggestion with %s', (_what, part, sent) => {
    const { context, model } = createForm();
    model.change(written);
    const suggestions = [resultOf('spf', part), resultOf('good')];
    const around = { mailtoAttempted: false, suggestions, incident: null };
    const draft = draftOf(model.values.value, context, around, new Set());
    expect(TicketDraft.safeParse(draft).error).toBeUndefined();
    expect(draft.suggestions?.at(-1)?.slug).toBe('good');
    expect(draft.suggestions).toHaveLength(sent ? 2 : 1);
    if (sent) expect(draft.suggestions?.[0]).toMatchObject(sent);
  });

  it.each([
    ['a short one goes along', 'inc_7'],
    ['one of 128 characters goes along', 'i'.repeat(128)],
  ])('sends the open incident: %s', async (_what, id) => {
    const { model, sent } = createForm();
    model.change(written);
    model.draft.incident.value = id;
    await model.submit();
    expect(sent()[0]?.body.incident_id).toBe(id);
  });

  it('omits an incident whose id is too long, also from the list of attached values', async () => {
    const { model, sent, lines } = createForm();
    model.change(written);
    model.draft.incident.value = 'i'.repeat(129);
    expect(lines().has('incident')).toBe(false);
    await model.submit();
    expect(sent()[0]?.body).not.toHaveProperty('incident_id');
  });

  it('truncates the value of a field that the form no longer has', async () => {
    const { model, sent } = createForm();
    model.change(written);
    model.changeCustom('os', 'y'.repeat(3_000));
    await model.submit();
    expect(sent()[0]?.body.customFields).toEqual({ os: 'y'.repeat(2_000) });
  });

  it('hides a field or category that no request can contain', () => {
    const { model } = createForm({
      local: {
        fields: ['f'.repeat(129), '', 'os'].map((id) => ({
          id,
          label: 'Field',
          type: 'text' as const,
          required: true,
        })),
        categories: [{ id: 'c'.repeat(65) }, { id: 'billing' }],
      },
    });
    expect(model.fields.value.map(({ id }) => id)).toEqual(['os']);
    expect(model.categories.value.map(({ id }) => id)).toEqual(['billing']);
  });
});

describe('a request that the outbox could not read back', () => {
  it('is reported as a failure, and the text is kept', async () => {
    const { model, createTicket, names } = createForm();
    // A form of another version may contain values that this one cannot send.
    model.change({ ...written, category: 'c'.repeat(64) });
    Reflect.set(model.values.peek(), 'priority', 'urgent');
    await model.submit();
    expect(model.status.value).toMatchObject({ at: 'failed', error: { code: 'UNREADABLE' } });
    expect(model.values.value.description).toBe(written.description);
    expect(await model.wholeText()).toContain(written.description);
    expect(createTicket).not.toHaveBeenCalled();
    expect(names()).toContain('support_ticket_failed');
  });

  it('is also a failure if the outbox has lost it', async () => {
    const entries = { ...createMemoryEntries(), put: vi.fn(async () => true) };
    const { model } = createForm({ entries });
    model.change(written);
    await model.submit();
    expect(model.status.value).toMatchObject({ at: 'failed', error: { code: 'ENTRY_LOST' } });
  });

  it('keeps text of another version', () => {
    const kept = { id: 'a', write: { body: { subject: 'Old words here' } } };
    expect(readEntry(kept, destination)).toMatchObject({
      version: 'unreadable',
      text: 'Old words here',
    });
  });
});

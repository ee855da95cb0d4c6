// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { TicketDraft } from '../../../../src/contract/ticket.ts';
import { createFakePage } from '../../../support/fakes.ts';
import { hostileStrings } from '../../../support/hostile.ts';
import { createForm, written } from './support.ts';

describe('the body of a request', () => {
  it('omits what the person excludes', async () => {
    const { model, sent } = createForm();
    model.change(written);
    for (const name of ['account', 'url', 'title', 'browser'] as const) model.allow(name, false);
    model.allow('browser', true);
    await model.submit();
    const body = sent()[0]?.body;
    expect(body?.context).toEqual({ browser: 'Browser 1.0', locale: 'en', version: 'app 7' });
    expect(body).not.toHaveProperty('userId');
    expect(body).not.toHaveProperty('customerTier');
  });

  it.each([
    [{ id: 'u1', name: null, email: 'ada@acme.example' }, { id: 9, plan: 3 }, ['u1', '9', '3']],
    [{ id: 42, name: 'Ada', email: null }, { id: null, name: 7, plan: null }, ['42']],
  ])('accepts the rows %j and %j as a database returns them', async (user, tenant, ids) => {
    const { model, sent, lines } = createForm({ visitor: { user, tenant } });
    model.change({ ...written, email: 'ada@acme.example' });
    expect(lines().get('account')).toBe(ids.join(' · '));
    expect(await model.wholeText()).toContain('(ada@acme.example)');
    await model.submit();
    const [request] = sent();
    expect(TicketDraft.safeParse(request?.body).error).toBeUndefined();
    expect(request?.body.userId).toBe(ids[0]);
  });

  it('lists every value that is sent in addition to the text, and sends no excluded one', async () => {
    const { context, model, sent, lines } = createForm();
    model.change({ ...written, name: 'Ada' });
    model.draft.incident.value = 'inc_7';
    context.visitor.store.set('exchange', 'I asked: How?');
    await model.mail();
    const listing = lines();
    await model.submit();
    const { subject, description, email, priority, category, customFields, ...rest } =
      sent()[0]?.body ?? {};
    const listed = [...listing.values()].join('\n');
    for (const piece of leavesOf(rest)) expect(listed).toContain(String(piece));
    expect(rest).toMatchObject({ exchange: 'I asked: How?' });
    expect(context.visitor.store.get('exchange')).toBeNull(); // it went with this request

    model.edit();
    model.change({ ...written, name: 'Ada' });
    context.visitor.store.set('exchange', 'I asked: What?');
    await model.mail();
    for (const name of lines().keys()) model.allow(name, false);
    await model.submit();
    expect(sent()[1]?.body).toEqual({ ...written, priority, mailtoAttempted: false, context: {} });
  });

  it('sends the values of the page as one value, which the person can exclude', async () => {
    const { context, model, sent, lines } = createForm();
    const values = { plan: 'pro', campaignId: 'c1' };
    context.ownContext.value = values;
    model.change(written);
    expect(lines().get('values')).toBe('plan: pro\ncampaignId: c1');
    await model.submit();
    expect(sent()[0]?.body.context?.values).toEqual(values);
    model.edit();
    model.change(written);
    model.allow('values', false);
    await model.submit();
    expect(sent()[1]?.body.context).not.toHaveProperty('values');
  });

  it('sends hostile text unchanged except for line breaks and what no database can store, and the backend accepts it', async () => {
    for (const text of hostileStrings) {
      const page = createFakePage({ title: () => text.repeat(40), browser: () => text.repeat(90) });
      const { model, sent } = createForm({ page });
      const long = `x${text}`;
      const custom = { os: long.slice(0, 1_000) };
      model.change({ ...written, subject: long.slice(0, 200), description: long, custom });
      await model.submit();
      const body = sent()[0]?.body;
      const storable = (part: string) =>
        part.replace(/\r\n?/g, '\n').replace(/[\0\p{Cs}]/gu, '\ufffd');
      expect(body?.description).toBe(storable(long));
      expect(body?.subject).toBe(storable(long.slice(0, 200)));
      expect(body?.customFields).toEqual({ os: storable(custom.os) });
      expect(TicketDraft.safeParse(body).error).toBeUndefined();
    }
  });
});

function leavesOf(value: unknown): unknown[] {
  return value instanceof Object ? Object.values(value).flatMap(leavesOf) : [value];
}

// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { createFakePage } from '../../../support/fakes.ts';
import { createForm, written } from './support.ts';

const decoded = (href = '') => decodeURIComponent(href);

describe('a request by mail', () => {
  it('is used without a backend', async () => {
    const { model, page, context, names } = createForm({ withoutApi: true });
    expect(model.byMail).toBe(true);
    model.change(written);
    await model.submit();
    expect(model.status.value.at).toBe('mailed');
    expect(page.visited).toHaveLength(1);
    const mail = decoded(page.visited[0]);
    expect(mail).toMatch(/^mailto:support@penguinmails\.com\?subject=\[Support\] Acme - Billing&/);
    expect(mail).toContain('Invoice\r\n\r\nIt is wrong.');
    expect(mail).toContain('(ada@example.com)');
    expect(names()).toEqual(['support_ticket_submit', 'support_mailto_fallback']);
    expect(context.events[1]?.properties).toMatchObject({ has_backend: false, cut: false });
  });

  it('is validated before it is sent, like any other', async () => {
    const { model, page } = createForm({ withoutApi: true });
    await model.submit();
    expect(page.visited).toEqual([]);
    expect(Object.keys(model.problems.value)).not.toEqual([]);
  });

  it('is captured before the page is left', async () => {
    const seen: string[][] = [];
    const form = createForm({ page: createFakePage({ go: () => void seen.push(form.names()) }) });
    await form.model.mail();
    expect(seen).toEqual([['support_mailto_fallback']]);
  });

  it('is recorded in the ticket that is sent afterwards, and only in that one', async () => {
    const { model, sent, context } = createForm();
    model.change(written);
    await model.mail();
    model.edit();
    expect(model.values.value).toMatchObject(written);
    await model.submit();
    model.change(written);
    await model.submit();
    expect(sent().map(({ body }) => body.mailtoAttempted)).toEqual([true, false]);
    expect(
      context.events.flatMap(({ name, properties }) =>
        name === 'support_ticket_created' && 'original_mailto_attempt' in properties
          ? [properties.original_mailto_attempt]
          : [],
      ),
    ).toEqual([true, false]);
  });

  it('is recorded in the ticket even after a reload', async () => {
    const before = createForm();
    before.model.change(written);
    await before.model.mail();
    const { model, sent } = createForm({ store: before.store });
    await model.submit();
    expect(sent()[0]?.body.mailtoAttempted).toBe(true);
  });

  it('has the topic of the page if no category was chosen, or else General', async () => {
    const page = createFakePage({ topic: () => 'Domains' });
    await createForm({ page }).model.mail();
    expect(decoded(page.visited[0])).toContain('[Support] Acme - Domains&');
    const plain = createForm();
    await plain.model.mail();
    expect(decoded(plain.page.visited[0])).toContain('[Support] Acme - General&');
  });

  it('names a category by its own label, by our translation, or by its id', async () => {
    const local = { categories: [{ id: 'billing' }, { id: 'x', label: 'Shipping' }, { id: 'y' }] };
    const subjects = ['billing', 'x', 'y'].map(async (category) => {
      const { model } = createForm({ local });
      model.change({ category });
      return (await model.wholeText()).split('\n')[1];
    });
    expect(await Promise.all(subjects)).toEqual([
      '[Support] Acme - Billing',
      '[Support] Acme - Shipping',
      '[Support] Acme - y',
    ]);
  });

  it('is complete on the clipboard, with custom fields, if the link was truncated', async () => {
    const fields = [{ id: 'os', label: 'System', type: 'text', required: false }] as const;
    const { model, context, page } = createForm({ local: { fields } });
    const description = `${'word '.repeat(1_000)}end`;
    model.change({ ...written, description, custom: { os: 'Linux' } });
    await model.mail();
    expect(page.visited[0]?.length).toBeLessThan(2_000);
    expect(context.events[0]?.properties).toMatchObject({ cut: true });
    const [to, subject, , ...body] = (await model.wholeText()).split('\n');
    expect([to, subject]).toEqual(['support@penguinmails.com', '[Support] Acme - Billing']);
    expect(body.join('\n')).toContain(description);
    expect(body).toContain('System: Linux');
  });
});

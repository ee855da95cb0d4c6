// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { filesOf } from '../../../../src/core/files.model.ts';
import { discardDraft } from '../../../../src/widgets/ticket/discardDraft.ts';
import { eventually } from '../../../support/eventually.ts';
import { createForm, written } from './support.ts';

/** The form after a reload, with the draft that was stored before. */
function comeBack(values: Partial<typeof written> = written) {
  const before = createForm();
  before.model.change(values);
  return createForm({ store: before.store });
}

type Form = ReturnType<typeof createForm>;

function discard({ model, context }: Form) {
  discardDraft(model.draft, context);
  const origin = model.draft.origin.value;
  if (origin.at !== 'discarded') throw new Error(`The draft is ${origin.at}.`);
  return origin;
}

const originOf = ({ model }: Form) => model.draft.origin.value.at;

describe('a stored draft', () => {
  it('is named until the first edit', () => {
    const form = comeBack();
    expect(originOf(form)).toBe('restored');
    form.model.change({ subject: 'Invoice of May' });
    expect(originOf(form)).toBe('new');
    expect(form.model.values.value.description).toBe(written.description);
  });

  it('is named until it is sent', async () => {
    const form = comeBack();
    const sending = form.model.submit();
    expect(originOf(form)).toBe('new');
    await sending;
    expect(originOf(form)).toBe('new');
  });

  it('is not named without a text', () => {
    expect(originOf(comeBack({ category: 'billing' }))).toBe('new');
    expect(originOf(createForm())).toBe('new');
  });

  it('is discarded, and comes back with undo', () => {
    const form = comeBack();
    const key = form.model.key.value;
    const stored = form.context.visitor.store.get('draft');
    const { undo } = discard(form);
    expect(form.model.values.value).toMatchObject({ subject: '', description: '' });
    expect(form.context.visitor.store.get('draft')).toBeNull();
    expect(form.model.key.value).not.toBe(key);
    undo();
    expect(form.model.values.value).toMatchObject(written);
    expect(form.model.key.value).toBe(key);
    expect(form.context.visitor.store.get('draft')).toBe(stored);
    expect(originOf(form)).toBe('restored');
  });

  it('takes its files along, and brings them back', async () => {
    const form = comeBack();
    const { outbox } = form.context;
    if (!outbox) throw new Error('The form has no outbox.');
    const files = filesOf(outbox.files);
    const key = form.model.key.value;
    const names = () => files.of(key).map(({ name }) => name);
    await files.add(key, [new File(['one'], 'a.txt'), new File(['two'], 'b.txt')]);
    await eventually(() => expect(names()).toEqual(['a.txt', 'b.txt']));
    const { undo } = discard(form);
    await eventually(() => expect(names()).toEqual([]));
    undo();
    await eventually(() => expect(names().sort()).toEqual(['a.txt', 'b.txt']));
  });

  it.each<[string, (form: Form) => void]>([
    ['the next edit', ({ model }) => model.change({ subject: 'Another' })],
    ['values of the page', ({ context }) => context.prefill.put({ subject: 'Another' })],
    ['another visitor', ({ context }) => context.visitor.identify({ user: { id: 'bob' } })],
  ])('cannot come back after %s', (_what, happen) => {
    const form = comeBack();
    discard(form);
    happen(form);
    expect(originOf(form)).toBe('new');
  });
});

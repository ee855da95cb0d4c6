import { describe, expect, it } from 'vitest';
import type { CustomField } from '../../../../src/contract/config.ts';
import { limits } from '../../../../src/contract/limits.ts';
import {
  emptyForm,
  type FormValues,
  parseDraft,
} from '../../../../src/widgets/ticket/ticketForm.ts';
import { findProblems } from '../../../../src/widgets/ticket/ticketProblems.ts';

const good: FormValues = {
  ...emptyForm,
  category: 'billing',
  subject: 'Invoice',
  description: 'It is wrong.',
  email: 'ada@example.com',
};
const field = (id: string, type: CustomField['type'], required: boolean): CustomField => ({
  id,
  label: id,
  type,
  required,
});

describe('findProblems', () => {
  it('finds nothing in a valid form', () => {
    expect(findProblems(good, [])).toEqual({});
  });

  it('finds every required field that is empty', () => {
    expect(findProblems(emptyForm, [])).toEqual({
      category: { kind: 'required' },
      subject: { kind: 'required' },
      description: { kind: 'required' },
      email: { kind: 'required' },
    });
  });

  it('treats white space as empty', () => {
    expect(findProblems({ ...good, subject: ' \n\t' }, [])).toEqual({
      subject: { kind: 'required' },
    });
  });

  it.each(['subject', 'description', 'name'] as const)('finds a %s above its limit', (name) => {
    const limit = limits[name];
    expect(findProblems({ ...good, [name]: 'x'.repeat(limit) }, [])).toEqual({});
    expect(findProblems({ ...good, [name]: 'x'.repeat(limit + 1) }, [])).toEqual({
      [name]: { kind: 'tooLong', limit },
    });
  });

  it.each([
    'ada',
    'ada@example',
    '@example.com',
    'a@b.example, c@d.example',
    'a@b.example\r\nBcc: c@d.example',
    '"a b"@c.example',
  ])('finds that %j is not an address', (email) => {
    expect(findProblems({ ...good, email }, [])).toEqual({ email: { kind: 'email' } });
  });

  it.each(['o’neil+tag@sub.example.co', '用户@例子.广告', ' ada@example.com '])(
    'accepts the address %j',
    (email) => {
      expect(findProblems({ ...good, email }, [])).toEqual({});
    },
  );

  it('finds custom fields by the name that the backend uses', () => {
    const fields = [
      field('os', 'text', true),
      field('agree', 'checkbox', true),
      field('note', 'textarea', false),
    ];
    expect(findProblems(good, fields)).toEqual({
      'customFields.os': { kind: 'required' },
      'customFields.agree': { kind: 'required' },
    });
    const filled = { os: 'Linux', agree: false, note: 'x'.repeat(limits.customField + 1) };
    expect(findProblems({ ...good, custom: filled }, fields)).toEqual({
      'customFields.agree': { kind: 'required' },
      'customFields.note': { kind: 'tooLong', limit: limits.customField },
    });
    expect(findProblems({ ...good, custom: { os: 'Linux', agree: true } }, fields)).toEqual({});
  });
});

describe('parseDraft', () => {
  it('restores the stored draft', () => {
    expect(parseDraft(JSON.stringify({ key: 'k', values: good }))).toEqual({
      key: 'k',
      values: good,
      mailtoAttempted: false,
    });
  });

  it('fills in fields that an older version did not have', () => {
    const kept = JSON.stringify({ key: 'k', values: { description: 'words' } });
    expect(parseDraft(kept)?.values).toEqual({ ...emptyForm, description: 'words' });
  });

  it.each([
    null,
    '',
    'null',
    '5',
    '[]',
    '{"key":"k"}',
    '{"key":5,"values":{"description":"x"}}',
    '{"key":"k","values":{"description":"x","subject":5}}',
    '{"key":"k","values":{"description":"x","custom":null}}',
    '{"key":"k","values":{"description":',
  ])('does not accept %j as a draft', (kept) => {
    expect(parseDraft(kept)).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMail, type Mail, type MailRequest } from '../../../src/integrations/mailto.ts';
import { hostileStrings } from '../../support/hostile.ts';

const request: MailRequest = {
  to: 'support@penguinmails.com',
  issueType: 'Billing',
  description: 'The invoice is wrong.\nPlease look.',
  user: { id: 'u1', name: 'Ada Lovelace', email: 'ada@example.com', lastLogin: '2026-05-01' },
  tenant: { id: 't1', name: 'Acme & Sons', plan: 'Business', created: '2024-01-02' },
  browser: 'Browser 1.0',
  url: 'https://app.example.com/invoices',
  timestamp: '2026-05-04T10:00:00.000Z',
  version: '7.1',
};

/** Parses the link like a mail program. Throws if it has a header other than subject and body. */
function read({ href }: Pick<Mail, 'href'>): { to: string; subject: string; body: string } {
  const parts = /^mailto:([\w.!~*'()%@-]*)\?subject=([\w.!~*'()%-]*)&body=([\w.!~*'()%-]*)$/.exec(
    href,
  );
  if (!parts) throw new Error(`Not a plain mail link: ${href}`);
  const [, to = '', subject = '', body = ''] = parts.map((part) => decodeURIComponent(part));
  return { to, subject, body };
}

const encodable = (text: string) => text.replace(/\p{Cs}/gu, '\ufffd');
const inLines = (text: string) => encodable(text).split(/\r\n|\r|\n/);

const anyText = (maxLength: number) =>
  fc.oneof(
    fc.string({ unit: 'binary', maxLength }),
    fc.string({ unit: 'binary-ascii', maxLength }),
    fc.string({ unit: fc.constantFrom('\ud800', '\udc00', '\r', '\n', '%', '&', '€'), maxLength }),
    fc.constantFrom(...hostileStrings),
  );
const anyRequest = (length: number) => {
  const text = anyText(length);
  const some = <T extends Record<string, fc.Arbitrary<string>>>(model: T) =>
    fc.record(model, { requiredKeys: [] });
  return fc.record({
    to: text,
    issueType: text,
    description: anyText(length * 10),
    user: some({ name: text, email: text, lastLogin: text }),
    tenant: some({ name: text, plan: text, created: text }),
    browser: text,
    url: text,
    timestamp: text,
    version: text,
  });
};

function expectSafe(mail: Mail): void {
  expect(mail.href.length).toBeLessThan(2_000);
  const { to, subject, body } = read(mail);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none of these may be in a header
  expect(`${to}${subject}`).not.toMatch(/[\u0000-\u001f\u007f]/);
  expect(body.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
}

function expectFaithful(mail: Mail): void {
  const { subject, body } = read(mail);
  expect(subject).toBe(encodable(mail.subject));
  expect(body.split('\r\n')).toEqual(inLines(mail.body));
}

describe('createMail', () => {
  it('writes the subject and body that the support team expects', () => {
    const { subject, body } = read(createMail(request));
    expect(subject).toBe('[Support] Acme & Sons - Billing');
    expect(body.split('\r\n').filter((line) => line !== '')).toEqual([
      'Hi PenguinMails Support Team,',
      'I need assistance with:',
      'The invoice is wrong.',
      'Please look.',
      '---',
      'Customer Information:',
      '- Company: Acme & Sons',
      '- User: Ada Lovelace (ada@example.com)',
      '- Plan: Business',
      '- Account Created: 2024-01-02',
      '- Last Login: 2026-05-01',
      'Technical Information:',
      '- Browser: Browser 1.0',
      '- URL: https://app.example.com/invoices',
      '- Timestamp: 2026-05-04T10:00:00.000Z',
      '- Version: 7.1',
      'Please include this information when responding.',
      'Best regards,',
      'Ada Lovelace',
    ]);
  });

  it('asks for a description if none was written, and writes Unknown for unknown values', () => {
    const { body } = read(createMail({ ...request, description: ' \n', user: {}, tenant: {} }));
    expect(body).toContain(
      'I need assistance with:\r\n[Please describe your issue here]\r\n\r\n---',
    );
    expect(body).toContain('- Plan: Unknown');
    expect(body).toContain('- User: Unknown (Unknown)');
  });

  it('encodes line ends as %0D%0A and leaves the address unchanged', () => {
    expect(createMail(request).href).toMatch(/^mailto:support@penguinmails\.com\?subject=/);
    expect(createMail(request).href).toContain('The%20invoice%20is%20wrong.%0D%0APlease%20look.');
  });

  it('creates a short link with only subject and body, whatever the fields contain', () => {
    fc.assert(
      fc.property(anyRequest(400), (any) => expectSafe(createMail(any))),
      { numRuns: 500 },
    );
  });

  it('decodes to the written text, unless it reports that it was truncated', () => {
    let whole = 0;
    fc.assert(
      fc.property(fc.oneof(anyRequest(8), anyRequest(60)), (any) => {
        const mail = createMail(any);
        if (mail.cut) return;
        whole++;
        expectFaithful(mail);
        expect(mail.body).toContain(any.description.trim());
      }),
      { numRuns: 500 },
    );
    expect(whole).toBeGreaterThan(100);
  });

  it('reports truncation, keeps the beginning, and has the complete text for the clipboard', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 2_000 }), (description) => {
        const mail = createMail({ ...request, description });
        expect(mail.cut).toBe(true);
        expectSafe(mail);
        expect(mail.body).toContain(description.trim());
        const [written = '', rest] = read(mail)
          .body.split('I need assistance with:\r\n')[1]
          ?.split('\r\n[Cut here') ?? [''];
        expect(rest).toBeDefined();
        expect(inLines(description.trim()).join('\r\n').startsWith(written)).toBe(true);
        expect(written.length).toBeGreaterThan(10);
      }),
      { numRuns: 100 },
    );
  });

  it('never splits a character when it truncates', () => {
    const mails = ['', 'a', 'ab'].map((lead) =>
      createMail({ ...request, description: lead + '🐧'.repeat(500) }),
    );
    for (const mail of mails) expect(read(mail).body).not.toContain('\ufffd');
  });

  it('also reports truncation of another value than the description', () => {
    const mail = createMail({ ...request, tenant: { ...request.tenant, name: 'A'.repeat(3_000) } });
    expect(mail.cut).toBe(true);
    expectSafe(mail);
    expect(read(mail).body).toContain('The invoice is wrong.');
  });

  it('lets no value start a header or a separate line', () => {
    const evil = 'x\r\nBcc: all@example.com\u2028- Plan: Enterprise&bcc=all@example.com?cc=b';
    const { to, subject, body } = read(
      createMail({
        ...request,
        to: evil,
        issueType: evil,
        user: { name: evil, email: evil, lastLogin: evil },
        tenant: { name: evil, plan: evil, created: evil },
      }),
    );
    expect(`${to}${subject}`).not.toMatch(/[\r\n\u2028]/);
    expect(body.split(/[\r\n\u2028]+/).filter((line) => /^(Bcc|- Plan: Ent)/.test(line))).toEqual(
      [],
    );
  });

  it.each(hostileStrings.map((text) => ({ text })))('accepts $text in every field', ({ text }) => {
    const everywhere: MailRequest = {
      to: text,
      issueType: text,
      description: text,
      user: { name: text, email: text, lastLogin: text },
      tenant: { name: text, plan: text, created: text },
      browser: text,
      url: text,
      timestamp: text,
      version: text,
    };
    for (const mail of [everywhere, { ...request, description: text }].map(createMail)) {
      expectSafe(mail);
      expect(mail.body).toContain(text.trim());
      if (!mail.cut) expectFaithful(mail);
    }
  });
});

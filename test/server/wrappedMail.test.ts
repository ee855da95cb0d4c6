import { expect, test } from 'vitest';
import { readMime } from '../../server/ask/readMime.ts';
import { draft } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { mailOf, openMailIn } from './support/mailIn.ts';
import { openMailing } from './support/mailing.ts';

const database = openForFile();
const mailing = openMailing(database);
const read = (raw: string) =>
  readMime(Buffer.from(raw, 'latin1'), { from: draft.email, to: ['help@acme.example'] });

const int16 = (value: number) => Buffer.from(new Uint16Array([value]).buffer);
const int32 = (value: number) => Buffer.from(new Uint32Array([value]).buffer);
const wide = (text: string) => Buffer.from(`${text}\0`, 'utf16le');

/** Returns a `winmail.dat` with these attributes. */
function tnef(...attributes: (readonly [id: number, value: Buffer])[]): Buffer {
  const parts = attributes.map(([id, value]) => [
    Buffer.from([id > 0x00068fff ? 2 : 1]),
    int32(id),
    int32(value.length),
    value,
    int16(0),
  ]);
  return Buffer.concat([int32(0x223e9f78), int16(1), ...parts.flat()]);
}

/** Returns a list of properties: texts by number, after one of another kind. */
function properties(texts: readonly (readonly [id: number, text: string])[]): Buffer {
  const listed = texts.flatMap(([id, text]) => {
    const value = wide(text);
    const padding = Buffer.alloc((4 - (value.length % 4)) % 4);
    return [int32((id << 16) | 31), int32(1), int32(value.length), value, padding];
  });
  const number = [int32((0x3705 << 16) | 3), int32(1)];
  return Buffer.concat([int32(texts.length + 1), ...number, ...listed]);
}

const attached = (name: string, content: Buffer) =>
  [
    [0x00069002, Buffer.alloc(14)],
    [0x00018010, Buffer.from('PREISL~1.PDF\0')],
    [0x0006800f, content],
    [0x00069005, properties([[0x3707, name]])],
  ] as const;

const winmail = (content: Buffer, text = '') =>
  mailOf(
    { 'Content-Type': 'multipart/mixed; boundary="b"' },
    `--b\r\nContent-Type: text/plain\r\n\r\n${text}\r\n--b\r\nContent-Type: application/ms-tnef; name="winmail.dat"\r\nContent-Transfer-Encoding: base64\r\n\r\n${content.toString('base64')}\r\n--b--\r\n`,
  );

test('the files before the missing end of a winmail.dat are read, and it is kept', async () => {
  const whole = tnef(
    ...attached('a.pdf', Buffer.from('%PDF-1')),
    ...attached('b.pdf', Buffer.alloc(90)),
  );
  const { files } = await read(winmail(whole.subarray(0, -20), 'Two files.'));
  expect(files?.map(({ name }) => name)).toEqual(['a.pdf', 'PREISL~1.PDF', 'winmail.dat']);
});

test('the files and the text of a winmail.dat become those of the mail', async () => {
  const pdf = Buffer.from('%PDF-1.7');
  const inside = tnef(
    [0x00069003, properties([[0x1000, 'Preise für März']])],
    ...attached('Preisliste März.pdf', pdf),
  );
  const mail = await read(winmail(inside));
  expect(mail).toMatchObject({ text: 'Preise für März', isUnread: false });
  expect(mail.files).toMatchObject([{ name: 'Preisliste März.pdf', content: pdf }]);
  const beside = await read(winmail(inside, 'See the list.'));
  expect(beside.text.trim()).toBe('See the list.');
});

const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const value = Buffer.concat(parts);
  const length =
    value.length < 128 ? [value.length] : [0x82, value.length >> 8, value.length & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), value]);
};
/** With an end mark, as programs write it that do not know the length in advance. */
const openEnded = (tag: number, ...parts: Buffer[]) =>
  Buffer.concat([Buffer.from([tag, 0x80]), ...parts, Buffer.alloc(2)]);
const cms = (kind: number) => Buffer.from(`06092a864886f70d01070${kind}`, 'hex');
const inner =
  'Content-Type: multipart/mixed; boundary=q\r\n\r\n--q\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nGr\xc3\xbc\xc3\x9fe\r\n--q\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\n%PDF-1\r\n--q--\r\n';
const bytes = Buffer.from(inner, 'latin1');
const signedAs = {
  'with its length': der(
    0x30,
    cms(2),
    der(
      0xa0,
      der(0x30, der(2, Buffer.of(1)), der(0x31), der(0x30, cms(1), der(0xa0, der(4, bytes)))),
    ),
  ),
  'in pieces': openEnded(
    0x30,
    cms(2),
    openEnded(
      0xa0,
      openEnded(
        0x30,
        der(2, Buffer.of(1)),
        der(0x31),
        openEnded(
          0x30,
          cms(1),
          openEnded(
            0xa0,
            openEnded(0x24, der(4, bytes.subarray(0, 100)), der(4, bytes.subarray(100))),
          ),
        ),
      ),
    ),
  ),
};
const smime = (content: Buffer, kind: string) =>
  mailOf(
    {
      'Content-Type': `application/pkcs7-mime; smime-type=${kind}; name="smime.p7m"`,
      'Content-Transfer-Encoding': 'base64',
    },
    content.toString('base64'),
  );

for (const [how, content] of Object.entries(signedAs)) {
  test(`a mail inside its signature is read, ${how}`, async () => {
    const mail = await read(smime(content, 'signed-data'));
    expect(mail).toMatchObject({ text: 'Grüße', isUnread: false, subject: /./ });
    expect(mail.files).toMatchObject([{ name: 'a.pdf' }]);
  });
}

const pgp = mailOf(
  { 'Content-Type': 'multipart/encrypted; protocol="application/pgp-encrypted"; boundary="b"' },
  '--b\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--b\r\nContent-Type: application/octet-stream; name="encrypted.asc"\r\n\r\n-----BEGIN PGP MESSAGE-----\r\nx\r\n-----END PGP MESSAGE-----\r\n--b--\r\n',
);
const enveloped = smime(der(0x30, cms(3), der(0xa0, der(0x30))), 'enveloped-data');

test.each([
  ['encrypted by S/MIME', enveloped, 'smime.p7m'],
  ['encrypted by PGP', pgp, 'encrypted.asc'],
  ['formatted for Outlook alone', winmail(tnef([0x00069007, Buffer.alloc(8)])), 'winmail.dat'],
])(
  'a mail %s is stored unchanged, and the team and its sender are notified',
  async (_what, raw, name) => {
    const { send, seen, notes, address, rejected } = await openMailIn(database);
    expect(await send(raw)).toMatchObject({ status: 'accepted' });
    expect((await seen()).at(-1)).toMatchObject({
      body: '',
      attachments: [{ name, type: 'application/octet-stream' }],
    });
    expect((await notes()).map(({ body }) => body)).toEqual([
      expect.stringContaining('We could not read this e-mail'),
    ]);
    expect(await rejected()).toEqual([]);
    mailing.deliver();
    await mailing.delivered();
    const notice = mailing.smtp.mails
      .map(({ email }) => email)
      .find(({ text }) => text?.includes('could not read'));
    expect(notice?.replyTo).toMatchObject([{ address }]);
  },
);

test('an encrypted file beside a text is a file, without a note', async () => {
  const raw = mailOf(
    { 'Content-Type': 'multipart/mixed; boundary="b"' },
    `--b\r\nContent-Type: text/plain\r\n\r\nOur key\r\n--b\r\nContent-Type: application/pkcs7-mime; name="keys.p7m"\r\nContent-Transfer-Encoding: base64\r\n\r\n${der(0x30, cms(3)).toString('base64')}\r\n--b--\r\n`,
  );
  expect(await read(raw)).toMatchObject({ isUnread: false, files: [{ name: 'keys.p7m' }] });
});

test.each(['utf-7', 'UNICODE-1-1-UTF-7'])('a text in %s is read', async (charset) => {
  const plain = { 'Content-Type': `text/plain; charset=${charset}` };
  expect((await read(mailOf(plain, 'Gr+APwA3w-e +- 1+AKM-'))).text).toBe('Grüße + 1£');
  const quoted = { ...plain, 'Content-Transfer-Encoding': 'quoted-printable' };
  expect((await read(mailOf(quoted, 'Gr=2BAPwA3w-e'))).text).toBe('Grüße');
});

test.each([
  ['cut', winmail(tnef(...attached('a.pdf', Buffer.from('%PDF-'))).subarray(0, 60))],
  ['with lengths beyond its end', winmail(tnef([0x00069003, int32(0xffffffff)]))],
  ['a signature without content', smime(der(0x30, cms(2), der(0xa0)), 'signed-data')],
])('a damaged wrapper (%s) only loses its own content', async (_how, raw) => {
  expect((await read(raw)).files).toHaveLength(1);
});

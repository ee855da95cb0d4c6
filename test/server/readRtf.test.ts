import { expect, test } from 'vitest';
import { decompressRtf } from '../../server/ask/compressedRtf.ts';
import { readRtf } from '../../server/ask/readRtf.ts';
import { readTnef } from '../../server/ask/tnef.ts';

const read = (rtf: string) => readRtf(Buffer.from(rtf, 'latin1'));

test.each([
  ['paragraphs and marks', '{\\rtf1 One\\par\r\n\\b Two\\b0  \\{3\\}\\tab 4}', 'One\nTwo {3}\t4'],
  [
    'letters of the code page',
    "{\\rtf1\\ansi\\ansicpg1251 \\'cf\\'f0\\'e8\\'e2\\'e5\\'f2}",
    'Привет',
  ],
  [
    'letters of a font',
    "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset128 Gothic;}}Gr\\'fc\\'dfe \\f1\\'82\\'b1\\'82\\'f1\\f0 !}",
    'Grüße こん!',
  ],
  ['Unicode with a replacement', "{\\rtf1\\uc1 49 \\u8364\\'80 \\u-10179?\\u-8704?}", '49 € 😀'],
  [
    'no descriptions of the document',
    '{\\rtf1{\\info{\\title No}}{\\*\\generator Riched20;}{\\colortbl ;}{\\pict 0101}Yes}',
    'Yes',
  ],
])('%s of RTF are read', (_what, rtf, content) => {
  expect(read(rtf)).toEqual({ content, isHtml: false });
});

test('the HTML that RTF wraps is read without what is only meant for RTF', () => {
  const rtf =
    '{\\rtf1\\ansi\\fromhtml1 {\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 Hello {\\*\\htmltag84 <b>}\\htmlrtf \\b\\htmlrtf0 you{\\*\\htmltag92 </b>}\\htmlrtf }\\htmlrtf0 {\\*\\htmltag72 </p>}\\htmlrtf \\par\\htmlrtf0 }';
  expect(read(rtf)).toEqual({ content: '<p>Hello <b>you</b></p>', isHtml: true });
});

const int32 = (value: number) => Buffer.from(new Uint32Array([value]).buffer);
const headed = (type: string, rawSize: number, content: Buffer) =>
  Buffer.concat([
    int32(content.length + 12),
    int32(rawSize),
    Buffer.from(type, 'latin1'),
    int32(0),
    content,
  ]);
/** Begins with the first six bytes of the dictionary, `{\rtf1`. The rest is not compressed. */
const compressed = (rest: string) => {
  const bytes = Buffer.from(rest, 'latin1');
  const groups = [Buffer.from([1, 0x00, 0x04]), bytes.subarray(0, 7)];
  for (let at = 7; at < bytes.length; at += 8) {
    groups.push(Buffer.from([0]), bytes.subarray(at, at + 8));
  }
  return headed('LZFu', bytes.length + 6, Buffer.concat(groups));
};

test('compressed RTF is decompressed up to a limit', () => {
  const content = compressed(' It stopped again.}');
  expect(decompressRtf(content, 1_000).toString()).toBe('{\\rtf1 It stopped again.}');
  expect(decompressRtf(content, 9).toString()).toBe('{\\rtf1 It');
  expect(decompressRtf(content.subarray(0, 30), 1_000).toString()).toBe('{\\rtf1 It stoppe');
  expect(decompressRtf(headed('MELA', 3, Buffer.from('abc')), 9).toString()).toBe('abc');
  expect(() => decompressRtf(headed('else', 3, Buffer.from('abc')), 9)).toThrow(RangeError);
});

test('the formatted text of a winmail.dat is read if it has no other', () => {
  const rtf = compressed(' It stopped again.\\par Since Monday.}');
  const padding = Buffer.alloc((4 - (rtf.length % 4)) % 4);
  const value = [int32(1), int32((0x1009 << 16) | 258), int32(1), int32(rtf.length), rtf, padding];
  const properties = Buffer.concat(value);
  const attribute = [int32(0x00069003), int32(properties.length), properties, Buffer.alloc(2)];
  const start = [int32(0x223e9f78), Buffer.from([1, 0, 1])];
  expect(readTnef(Buffer.concat([...start, ...attribute]))).toMatchObject({
    text: 'It stopped again.\nSince Monday.',
    isTruncated: false,
  });
});

test('nested braces without an end take linear time', () => {
  const rtf = `{\\rtf1 ${'{\\b '.repeat(200_000)}text`;
  const start = performance.now();
  expect(read(rtf).content).toBe('text');
  expect(performance.now() - start).toBeLessThan(2_000);
});

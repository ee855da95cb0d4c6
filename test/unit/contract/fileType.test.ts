import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { defaultAttachmentRules } from '../../../src/contract/attachmentDefaults.ts';
import { headBytes, isAllowedType, sniffType } from '../../../src/contract/fileType.ts';

const bytes = (...parts: (string | number[] | Uint8Array)[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string, 'latin1'))));
const utf8 = (text: string) => new TextEncoder().encode(text);

const png = bytes([0x89], 'PNG\r\n', [0x1a, 0x0a], [0, 0, 0, 13], 'IHDR');
const jpeg = bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF');
/** A box-based file with its brand and compatible brands. */
const boxes = (...brands: string[]) =>
  bytes(
    [0, 0, 0, 12 + 4 * brands.length],
    `ftyp${brands[0]}`,
    [0, 0, 0, 0],
    brands.slice(1).join(''),
    [0, 0, 0, 0],
  );
/** The start of an Office file before 2007. */
const ole = new Uint8Array(512);
ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const zip = bytes('PK', [3, 4, 20, 0], deflateRawSync(Buffer.from('hello')));
const exe = bytes('MZ', [0x90, 0, 3, 0, 0, 0]);

describe('sniffType', () => {
  it.each([
    ['photo.png', png, 'image/png'],
    ['photo.jpg', jpeg, 'image/jpeg'],
    ['moving.gif', bytes('GIF89a', [1, 0, 1, 0]), 'image/gif'],
    ['moving.gif', bytes('GIF87a', [1, 0, 1, 0]), 'image/gif'],
    ['photo.webp', bytes('RIFF', [9, 0, 0, 0], 'WEBPVP8 '), 'image/webp'],
    ['a.pdf', bytes('%PDF-1.7\n%', [0xe2, 0xe3]), 'application/pdf'],
    ['a.zip', zip, 'application/zip'],
    ['a.docx', zip, 'application/zip'],
    ['app.log.gz', gzipSync('hello'), 'application/gzip'],
    ['a.xls', ole, 'application/x-ole-storage'],
    ['a.doc', ole, 'application/x-ole-storage'],
    ['A mail.msg', ole, 'application/x-ole-storage'],
    ['empty.zip', bytes('PK', [5, 6, 0, 0]), 'application/zip'],
    ['notes.txt', utf8('Grüße 👩🏽‍🚀\r\n\tEnd'), 'text/plain'],
    ['server.log', utf8('\u001b[31merror\u001b[0m <b>x</b>'), 'text/plain'],
    ['README', utf8('# Title'), 'text/plain'],
    ['contacts.csv', utf8('name,mail\nAda,ada@example.com'), 'text/csv'],
    ['CONTACTS.CSV', utf8('\ufeffname;mail'), 'text/csv'],
    ['data.json', utf8('{"a":1}'), 'application/json'],
    ['leads.csv', bytes('Stra', [0xdf], 'e;J', [0xfc], 'rgen'), 'text/csv'],
    ['leads.csv', bytes([0xff, 0xfe], 'M\0a\0i\0l\0'), 'text/csv'],
    ['leads.csv', bytes([0xfe, 0xff], '\0M\0a'), 'text/csv'],
    ['bounce.eml', bytes('Subject: x\n\nGr', [0xfc, 0xdf], 'e'), 'text/plain'],
    ['build.log', bytes('12%\b\b\b100% done, nothing is left to do', [7], '\n'), 'text/plain'],
    ['photo.heic', bytes([0, 0, 0, 24], 'ftypheic', [0, 0, 0, 0]), 'image/heic'],
    ['screen.mov', bytes([0, 0, 0, 20], 'ftypqt  ', [0, 0, 0, 0]), 'video/quicktime'],
    ['screen.mp4', bytes([0, 0, 0, 24], 'ftypisom', [0, 0, 2, 0]), 'video/mp4'],
    ['screen.webm', bytes([0x1a, 0x45, 0xdf, 0xa3], 'B\x82', [0x84], 'webm'), 'video/webm'],
    ['photo.avif', boxes('avif', 'mif1', 'miaf'), 'image/avif'],
    ['photo.avif', boxes('mif1', 'avif', 'miaf'), 'image/avif'],
    ['photo.heif', boxes('mif1', 'heic'), 'image/heic'],
    ['burst.heic', boxes('hevs', 'mif1'), 'image/heic'],
    ['camera.mp4', boxes('XAVC', 'mp42', 'isom'), 'video/mp4'],
    ['phone.3gp', boxes('3gp5', '3gp5'), 'video/mp4'],
    ['old.mov', bytes([0, 0, 0, 8], 'wide', [0, 0, 0, 0], 'mdat'), 'video/quicktime'],
    ['scan.bmp', bytes('BM', [70, 3, 0, 0, 0, 0, 0, 0, 54]), 'image/bmp'],
    ['letter.PDF', bytes([0xef, 0xbb, 0xbf], '%PDF-1.4'), 'application/pdf'],
    ['letter.rtf', bytes('{\\rtf1\\ansi Gr', [0xfc], 'n}'), 'text/plain'],
    ['cut.log', bytes(new Uint8Array(500), 'began again after it was cut\n'), 'text/plain'],
    ['serial.log', bytes('x'.repeat(60), [0, 0], 'login: '.repeat(20)), 'text/plain'],
    ['app.log.1', bytes('Stra', [0xdf], 'e'), 'text/plain'],
    ['error.log-20261129', bytes('Stra', [0xdf], 'e'), 'text/plain'],
    ['syslog', bytes('Stra', [0xdf], 'e'), 'text/plain'],
    ['feed.xml', utf8('<?xml version="1.0"?><rss><item/></rss>'), 'text/plain'],
  ])('recognizes %s by its content', (name, head, type) => {
    expect(sniffType(head, name)).toBe(type);
  });

  it('uses the content if the name means another kind of picture', () => {
    expect(sniffType(png, 'photo.jpg')).toBe('image/png');
    expect(sniffType(png, 'photo.txt')).toBe('image/png');
  });

  it.each([
    [
      'page as a picture',
      'photo.png',
      utf8('<!DOCTYPE html><script>alert(1)</script>'),
      'text/html',
    ],
    ['page after a comment', 'a.txt', utf8('<!-- x --><html><body>'), 'text/html'],
    ['page with blanks before', 'a.txt', utf8(' \n\t<HTML>'), 'text/html'],
    ['script as text', 'a.txt', utf8('<script>alert(1)</script>'), 'text/html'],
    [
      'drawing',
      'a.png',
      utf8('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
      'image/svg+xml',
    ],
    [
      'drawing after a prolog',
      'a.xml',
      utf8('<?xml version="1.0"?>\n<!-- x --><svg>'),
      'image/svg+xml',
    ],
    ['page in an old charset', 'a.txt', bytes('<html>Gr', [0xfc, 0xdf], 'e'), 'text/html'],
    ['page in UTF-16', 'a.txt', bytes([0xff, 0xfe], '<\0h\0t\0m\0l\0>\0'), 'text/html'],
    ['drawing with a type', 'a.xml', utf8('<!DOCTYPE svg PUBLIC "x"><svg>'), 'image/svg+xml'],
  ])('returns the real type of a %s, which is never allowed', (_what, name, head, type) => {
    expect(sniffType(head, name)).toBe(type);
    expect(isAllowedType(type, ['*/*', 'image/*', 'text/*', type])).toBe(false);
  });

  it.each([
    ['program', 'setup.exe', exe],
    ['program as text', 'notes.txt', exe],
    ['program as text without zeros', 'notes.txt', utf8('MZ and then only text')],
    ['Linux program', 'photo.png', bytes([0x7f], 'ELF', [2, 1, 1])],
    ['macOS program', 'photo.png', bytes([0xcf, 0xfa, 0xed, 0xfe])],
    ['shell script as text', 'notes.txt', utf8('#!/bin/sh\nrm -rf /')],
    ['script by its name', 'invoice.pdf.js', utf8('alert(1)')],
    ['script with a trailing dot', 'run.bat.', utf8('del *')],
    ['Java program', 'tool.jar', zip],
    ['page by its name', 'page.html', utf8('just text')],
    ['text as a picture', 'photo.png', utf8('not a picture')],
    ['text as a document', 'letter.pdf', utf8('not a PDF')],
    ['picture that is a page too', 'photo.gif', bytes('GIF89a/*', '<script>alert(1)</script>')],
    ['picture with a drawing in it', 'photo.png', bytes(png, '<svg onload=x>')],
    ['bytes that are no text', 'notes.txt', bytes([0xff, 0xfe, 0x41])],
    ['text with a zero', 'notes.txt', bytes('abc', [0], 'def')],
    ['other file with a zero', 'notes.abc', bytes('x'.repeat(90), [0], 'def')],
    ['bytes under the name of a text', 'a.txt', bytes([1, 2, 3, 4, 5, 6])],
    ['old charset without a name of text', 'data.bin', bytes('Gr', [0xfc], 'n')],
    ['text of zeros only', 'notes.log', new Uint8Array(64)],
    ['sound', 'voice.m4a', boxes('M4A ', 'isom')],
    [
      'unknown content of any name',
      'data',
      Uint8Array.from({ length: 4096 }, (_, at) => (at * 97) % 256),
    ],
    ['link to elsewhere', 'invoice.url', utf8('[InternetShortcut]\nURL=file://host/x')],
    ['installer', 'setup.msix', zip],
    ['old installer', 'setup.msi', ole],
    ['unknown content', 'data.bin', bytes([1, 2, 3, 4])],
  ])('rejects a %s', (_what, name, head) => {
    expect(sniffType(head, name)).toBeNull();
  });

  it('accepts text whose head ends in the middle of a character', () => {
    const text = utf8(`${'a'.repeat(headBytes - 2)}👩`);
    expect(sniffType(text.subarray(0, headBytes), 'a.txt')).toBe('text/plain');
    expect(sniffType(utf8('abc€').subarray(0, 5), 'a.bin')).toBeNull();
  });
});

describe('isAllowedType', () => {
  it('accepts the types in the rules, and kinds with a star', () => {
    const { types } = defaultAttachmentRules;
    for (const type of ['image/png', 'image/webp', 'text/plain', 'application/zip']) {
      expect(isAllowedType(type, types)).toBe(true);
    }
    for (const type of ['video/x-msvideo', 'application/x-zip', 'text/plainer', 'imagepng']) {
      expect(isAllowedType(type, types)).toBe(false);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { withoutMetadata } from '../../../src/client/imageMetadata/index.ts';

const bytesOf = (text: string) => [...text].map((character) => character.charCodeAt(0));
const u16 = (value: number) => [value >> 8, value & 255];
const u32 = (value: number) => [...u16(value >>> 16), ...u16(value & 0xffff)];
const little32 = (value: number) => u32(value).reverse();

async function clean(bytes: number[], type: string): Promise<number[]> {
  const blob = await withoutMetadata(new Blob([Uint8Array.from(bytes)]), type);
  expect(blob.type).toBe(type);
  return [...new Uint8Array(await blob.arrayBuffer())];
}
const textOf = (bytes: number[]) => String.fromCharCode(...bytes);

const segment = (marker: number, content: number[]) => [
  ...[0xff, marker],
  ...u16(content.length + 2),
  ...content,
];
/** Exif with an orientation and a location, in either byte order. */
function exif(orientation: number, little = false): number[] {
  const two = (value: number) => (little ? u16(value).reverse() : u16(value));
  const four = (value: number) => (little ? little32(value) : u32(value));
  const orientationEntry = [...two(0x0112), ...two(3), ...four(1), ...two(orientation), 0, 0];
  const place = [...two(0x8825), ...two(4), ...four(1), ...four(38)];
  const head = [...bytesOf(little ? 'II' : 'MM'), ...two(42), ...four(8)];
  return [
    ...bytesOf('Exif\0\0'),
    ...head,
    ...two(2),
    ...orientationEntry,
    ...place,
    ...four(0),
    ...bytesOf('GPS 52.5200 13.4050'),
  ];
}
const pixels = [0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56];
const jpeg = (...segments: number[][]) => [
  ...[0xff, 0xd8],
  ...segments.flat(),
  ...segment(0xda, [1, 1, 0, 0, 63, 0]),
  ...pixels,
  ...[0xff, 0xd9],
];

describe('metadata of a JPEG', () => {
  it.each([false, true])(
    'loses location, camera and comments, but keeps the orientation',
    async (little) => {
      const secret = [
        segment(0xe1, exif(6, little)),
        segment(0xe1, bytesOf('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Ada</x:xmpmeta>')),
        segment(0xed, bytesOf('Photoshop 3.0\0 by Ada')),
        segment(0xfe, bytesOf('taken by Ada')),
      ];
      const cleaned = await clean(jpeg(...secret), 'image/jpeg');
      expect(textOf(cleaned)).not.toMatch(/GPS|Ada/);
      expect(cleaned.slice(2, 6)).toEqual([0xff, 0xe1, 0, 34]);
      expect(textOf(cleaned)).toContain(textOf([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]));
      expect(textOf(cleaned)).toContain(textOf(pixels));
    },
  );

  it('keeps profile and tables byte for byte', async () => {
    const kept = jpeg(
      segment(0xe0, bytesOf('JFIF\0')),
      segment(0xe2, bytesOf('ICC_PROFILE\0\u0001\u0001 a profile')),
      segment(0xdb, [1, 2, 3]),
    );
    expect(await clean(kept, 'image/jpeg')).toEqual(kept);
  });

  it('loses further pictures after the first one', async () => {
    const first = jpeg();
    const two = [...first, ...jpeg(segment(0xe1, exif(1)))];
    expect(await clean(two, 'image/jpeg')).toEqual(first);
    const list = jpeg(segment(0xe2, bytesOf('MPF\0 two pictures')));
    expect(await clean(list, 'image/jpeg')).toEqual(first);
  });

  it('with several scans keeps them all', async () => {
    const scan = segment(0xda, [1, 1, 0, 0, 63, 0]);
    const progressive = [
      ...[0xff, 0xd8],
      ...[...scan, ...pixels, ...segment(0xc4, [9, 9]), ...scan, ...pixels],
      ...[0xff, 0xd9],
    ];
    expect(await clean(progressive, 'image/jpeg')).toEqual(progressive);
  });

  it.each([
    ['cut in a segment', [0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 1]],
    ['of nothing', [0xff, 0xd8]],
    ['with noise between segments', [0xff, 0xd8, 1, 2, 3, 4]],
  ])('%s is rejected', async (_what, bytes) => {
    await expect(clean(bytes, 'image/jpeg')).rejects.toThrow(RangeError);
  });
});

const chunk = (type: string, content: number[]) => [
  ...u32(content.length),
  ...bytesOf(type),
  ...content,
  ...[0, 0, 0, 0],
];
const pngHead = [0x89, ...bytesOf('PNG\r\n\x1a\n')];

describe('metadata of a PNG', () => {
  it('loses texts, times and Exif, and data after the end', async () => {
    const good = [chunk('IHDR', [1, 2, 3]), chunk('iCCP', [7]), chunk('IDAT', [4, 5, 6])];
    const bad = [
      chunk('tEXt', bytesOf('Author\0Ada')),
      chunk('eXIf', exif(1)),
      chunk('tIME', [1, 2]),
    ];
    const end = chunk('IEND', []);
    const whole = [...pngHead, ...good.flat(), ...bad.flat(), ...end, ...bytesOf('hidden')];
    expect(await clean(whole, 'image/png')).toEqual([...pngHead, ...good.flat(), ...end]);
  });

  it('that is truncated is rejected', async () => {
    const cut = [...pngHead, ...chunk('IHDR', [1, 2, 3])];
    await expect(clean(cut, 'image/png')).rejects.toThrow(RangeError);
  });
});

const riff = (...chunks: number[][]) => {
  const content = [...bytesOf('WEBP'), ...chunks.flat()];
  return [...bytesOf('RIFF'), ...little32(content.length), ...content];
};
const part = (type: string, content: number[]) => [
  ...bytesOf(type),
  ...little32(content.length),
  ...content,
  ...(content.length % 2 ? [0] : []),
];

describe('metadata of a WebP', () => {
  it('loses Exif and XMP, and their flags', async () => {
    const size = [0, 0, 0, 9, 0, 0, 9, 0, 0];
    const whole = riff(
      part('VP8X', [0b0010_1100, ...size]),
      part('ICCP', [1, 2, 3]),
      part('VP8 ', [4, 5]),
      part('EXIF', exif(1)),
      part('XMP ', bytesOf('Ada')),
    );
    expect(await clean(whole, 'image/webp')).toEqual(
      riff(part('VP8X', [0b0010_0000, ...size]), part('ICCP', [1, 2, 3]), part('VP8 ', [4, 5])),
    );
  });

  it('that is truncated is rejected', async () => {
    const cut = riff(part('VP8 ', [4, 5])).slice(0, -1);
    await expect(clean(cut, 'image/webp')).rejects.toThrow(RangeError);
  });
});

it('other files do not change', async () => {
  expect(await clean(bytesOf('GIF89a and more'), 'image/gif')).toEqual(bytesOf('GIF89a and more'));
});

import { describe, expect, it } from 'vitest';
import { withoutMetadata } from '../../../src/client/imageMetadata/index.ts';

const bytesOf = (text: string) => [...text].map((character) => character.charCodeAt(0));
const textOf = (bytes: number[]) => String.fromCharCode(...bytes);
const u16 = (value: number) => [value >> 8, value & 255];
const u32 = (value: number) => [...u16(value >>> 16), ...u16(value & 0xffff)];
const pixels = [0x12, 0xff, 0x00, 0x34];

async function clean(bytes: number[], type: string): Promise<number[]> {
  const blob = await withoutMetadata(new Blob([Uint8Array.from(bytes)]), type);
  expect(blob.type).toBe(type);
  return [...new Uint8Array(await blob.arrayBuffer())];
}

const box = (type: string, ...content: number[][]) => {
  const inner = content.flat();
  return [...u32(inner.length + 8), ...bytesOf(type), ...inner];
};
const zeros = (count: number) => new Array<number>(count).fill(0);
const secret = bytesOf('GPS 52.5200 Ada');

describe('metadata of HEIC and AVIF', () => {
  const item = (id: number, type: string) =>
    box('infe', [2, 0, 0, 0], u16(id), [0, 0], bytesOf(type), [0]);
  /** A picture whose second item is `type`, at the offset that `place` returns. */
  function picture(type: string, place: (offset: number) => number[]) {
    const file = (offset: number) => [
      ...box('ftyp', bytesOf('heic')),
      ...box(
        'meta',
        zeros(4),
        box('iinf', zeros(4), u16(2), item(1, 'hvc1'), item(2, type)),
        place(offset),
      ),
      ...box('mdat', pixels, secret),
    ];
    return file(file(0).length - secret.length);
  }
  const placeOf = (offset: number) => [
    ...u16(2),
    ...[...u16(1), ...u16(0), ...u16(1), ...u32(offset - pixels.length), ...u32(pixels.length)],
    ...[...u16(2), ...u16(0), ...u16(1), ...u32(offset), ...u32(secret.length)],
  ];

  it.each(['Exif', 'mime'])('loses the item %s, and nothing is moved', async (type) => {
    const whole = picture(type, (offset) => box('iloc', zeros(4), [0x44, 0], placeOf(offset)));
    const cleaned = [...whole.slice(0, -secret.length), ...zeros(secret.length)];
    for (const kind of ['image/heic', 'image/avif']) {
      expect(await clean(whole, kind)).toEqual(cleaned);
    }
  });

  it('loses data beside the list of items, where a later version stores it', async () => {
    const inside = box('idat', pixels, secret);
    const whole = picture('Exif', () => [
      ...box(
        'iloc',
        [2, 0, 0, 0],
        [0x44, 0],
        [...u32(1), ...u32(2), ...u16(1), ...u16(0), ...u16(1)],
        [...u32(pixels.length), ...u32(secret.length)],
      ),
      ...inside,
    ]);
    const text = textOf(await clean(whole, 'image/heic'));
    expect(text).toContain(textOf([...bytesOf('idat'), ...pixels, ...zeros(secret.length)]));
    expect(text).toHaveLength(whole.length);
  });

  it('that is damaged is rejected', async () => {
    const cut = box(
      'meta',
      zeros(4),
      box('iinf', zeros(4), u16(0)),
      box('iloc', [0, 0, 0, 0, 0x44]),
    );
    await expect(clean(cut, 'image/heic')).rejects.toThrow(RangeError);
  });
});

describe('metadata of a video', () => {
  const track = box('trak', box('tkhd', [1, 2]), box('udta', secret));
  const video = (moov: number[]) => [
    ...box('ftyp', bytesOf('qt  ')),
    ...moov,
    ...box('uuid', zeros(16), secret),
    ...box('mdat', pixels),
  ];

  it.each(['video/mp4', 'video/quicktime'])('of %s becomes free space', async (type) => {
    const whole = video(box('moov', track, box('udta', secret), box('meta', secret)));
    const cleaned = await clean(whole, type);
    expect(cleaned).toHaveLength(whole.length);
    expect(textOf(cleaned)).not.toContain('GPS');
    expect(textOf(cleaned).match(/free/g)).toHaveLength(4);
    expect(textOf(cleaned)).toContain(textOf([...bytesOf('mdat'), ...pixels]));
  });

  it('is also removed from an incomplete recording', async () => {
    const whole = box('moov', box('udta', secret)).slice(0, -4);
    expect(textOf(await clean(whole, 'video/mp4'))).not.toContain('GPS');
  });
});

/** A box of an ISO base media file: HEIC, AVIF, MP4, MOV. */
interface Box {
  type: string;
  /** Offsets in the file: start of the box, start of its content, and end. */
  start: number;
  from: number;
  end: number;
}

/** Boxes of a video with location, device and author. */
const described = /^(udta|meta|uuid)$/;

/**
 * Overwrites metadata of cameras with zeros. Nothing is moved, because other parts of the file are
 * addressed by offset. Descriptions of a video become free space. An incomplete recording is
 * cleaned up to its end.
 *
 * @throws RangeError for a damaged file
 */
export function cleanBoxes(bytes: Uint8Array): Uint8Array<ArrayBuffer>[] {
  const copy = new Uint8Array(bytes);
  const view = new DataView(copy.buffer);
  const whole = { type: '', start: 0, from: 0, end: copy.length };
  for (const box of boxesIn(view, whole)) {
    if (box.type === 'meta') cleanItems(view, box);
    else if (box.type === 'uuid') free(view, box);
    else if (box.type === 'moov') freeDescriptions(view, box);
  }
  return [copy];
}

function freeDescriptions(view: DataView, parent: Box): void {
  for (const box of boxesIn(view, parent)) {
    if (described.test(box.type)) free(view, box);
    else if (box.type === 'trak') freeDescriptions(view, box);
  }
}

/** Turns a box into free space of the same size. */
function free(view: DataView, { start, from, end }: Box): void {
  view.setUint32(start + 4, 0x66726565); // the type `free`
  zero(view, from, end);
}

/** An incomplete recording ends before the box does. */
function zero(view: DataView, from: number, end: number): void {
  new Uint8Array(view.buffer).fill(0, from, end);
}

/** Overwrites the Exif and XMP items of a picture. */
function cleanItems(view: DataView, meta: Box): void {
  const boxes = boxesIn(view, { ...meta, from: meta.from + 4 });
  const find = (type: string) => boxes.find((box) => box.type === type);
  const [names, places] = [find('iinf'), find('iloc')];
  if (!names || !places) return;
  const described = describedItems(view, names);
  for (const { item, isInside, from, length } of extents(view, places)) {
    if (!described.has(item)) continue;
    const base = isInside ? (find('idat')?.from ?? view.byteLength) : 0;
    zero(view, base + from, base + from + length);
  }
}

function describedItems(view: DataView, names: Box): ReadonlySet<number> {
  const isLong = view.getUint8(names.from) > 0;
  const entries = boxesIn(view, { ...names, from: names.from + (isLong ? 8 : 6) });
  const found = new Set<number>();
  for (const { from } of entries) {
    const wide = view.getUint8(from) > 2 ? 2 : 0;
    const type = textAt(view, from + 8 + wide);
    if (type !== 'Exif' && type !== 'mime') continue;
    found.add(wide > 0 ? view.getUint32(from + 4) : view.getUint16(from + 4));
  }
  return found;
}

/** Returns the locations of all items. `isInside`: relative to the box of small items. */
function extents(view: DataView, { from }: Box) {
  const found: { item: number; isInside: boolean; from: number; length: number }[] = [];
  const version = view.getUint8(from);
  let at = from + 4;
  /** Reads the next number with this many bytes. */
  const next = (bytes: number) => {
    let value = 0;
    for (const end = at + bytes; at < end; at++) value = value * 256 + view.getUint8(at);
    return value;
  };
  const sizes = next(2);
  const [offset, length, base, index] = [sizes >> 12, sizes >> 8, sizes >> 4, sizes].map(
    (size) => size & 15,
  );
  for (let left = next(version < 2 ? 2 : 4); left > 0; left--) {
    const item = next(version < 2 ? 2 : 4);
    const isInside = version > 0 && (next(2) & 15) === 1;
    next(2);
    const start = next(base ?? 0);
    for (let parts = next(2); parts > 0; parts--) {
      if (version > 0) next(index ?? 0);
      found.push({ item, isInside, from: start + next(offset ?? 0), length: next(length ?? 0) });
    }
  }
  return found;
}

function boxesIn(view: DataView, parent: Box): Box[] {
  const found: Box[] = [];
  for (let start = parent.from; start + 8 <= parent.end; ) {
    const short = view.getUint32(start);
    const isLong = short === 1;
    const size = isLong ? Number(view.getBigUint64(start + 8)) : short || parent.end - start;
    const from = start + (isLong ? 16 : 8);
    const end = Math.min(start + size, parent.end);
    if (end < from) throw new RangeError('A part of the file has a wrong length.');
    found.push({ type: textAt(view, start + 4), start, from, end });
    start = end;
  }
  return found;
}

function textAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)));
}

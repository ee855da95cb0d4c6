/** Segments with metadata: Exif and XMP, previews, IPTC, comments. */
const dropped = new Set([
  0xe1, 0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xea, 0xeb, 0xec, 0xed, 0xef, 0xfe,
]);
const endOfImage = 0xd9;
const startOfScan = 0xda;

/**
 * Returns the pieces of a JPEG to keep. Everything after the picture, such as a second picture, is
 * removed.
 */
export function cleanJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer>[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const segments = [bytes.slice(0, 2)];
  let at = 2;
  for (;;) {
    const marker = markerAt(view, at);
    if (marker === endOfImage) return [...segments, bytes.slice(at, at + 2)];
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length) throw new RangeError('A segment of the JPEG is truncated.');
    if (marker === 0xe1) segments.push(...orientationOnly(view, at, end));
    // Only the color profile of these segments is kept. The other kind lists further pictures.
    const isProfile = marker === 0xe2 && latin(bytes, at + 4, 11) === 'ICC_PROFILE';
    const stays = marker === 0xe2 ? isProfile : !dropped.has(marker);
    if (marker !== startOfScan) {
      if (stays) segments.push(bytes.slice(at, end));
      at = end;
    } else {
      const next = endOfScan(bytes, end);
      segments.push(bytes.slice(at, next));
      if (next === bytes.length) return segments; // truncated, as by cameras that ran out of space
      at = next;
    }
  }
}

function markerAt(view: DataView, at: number): number {
  if (view.getUint8(at) !== 0xff) throw new RangeError('A segment of the JPEG is missing.');
  return view.getUint8(at + 1);
}

/** Returns the end of the coded pixels: a marker that is neither a restart nor an escaped 0xff. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7))
      return at;
  }
  return bytes.length;
}

const orientationTag = 0x0112;

/** Returns an Exif segment with only the orientation, or nothing if the picture is upright. */
function orientationOnly(view: DataView, at: number, end: number): Uint8Array<ArrayBuffer>[] {
  const tiff = at + 10;
  if (tiff + 8 > end || view.getUint32(at + 4) !== 0x45786966) return [];
  const isLittle = view.getUint16(tiff) === 0x4949;
  const first = tiff + view.getUint32(tiff + 4, isLittle);
  if (first + 2 > end) return [];
  const count = view.getUint16(first, isLittle);
  for (let entry = first + 2; entry < first + 2 + count * 12 && entry + 12 <= end; entry += 12) {
    if (view.getUint16(entry, isLittle) !== orientationTag) continue;
    const orientation = view.getUint16(entry + 8, isLittle);
    return orientation > 1 && orientation <= 8 ? [exifOf(orientation)] : [];
  }
  return [];
}

function exifOf(orientation: number): Uint8Array<ArrayBuffer> {
  // Length, "Exif", big-endian TIFF, and one entry: the orientation as one short value.
  return Uint8Array.of(
    ...[0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
  );
}

function latin(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}

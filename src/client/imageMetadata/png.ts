/** Chunks with text, times and Exif. */
const dropped = new Set(['tEXt', 'zTXt', 'iTXt', 'tIME', 'eXIf', 'dSIG']);

/** Returns the pieces of a PNG to keep, without data after its end. */
export function cleanPng(bytes: Uint8Array): Uint8Array<ArrayBuffer>[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks = [bytes.slice(0, 8)];
  for (let at = 8; ; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) throw new RangeError('A chunk of the PNG is truncated.');
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!dropped.has(type)) chunks.push(bytes.slice(at, end));
    if (type === 'IEND') return chunks;
    at = end;
  }
}

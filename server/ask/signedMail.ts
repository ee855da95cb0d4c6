/** Object identifiers of CMS (RFC 5652) in DER. */
const signedData = Buffer.from('06092a864886f70d010702', 'hex');
const data = Buffer.from('06092a864886f70d010701', 'hex');

const contentTag = 0xa0;
const octets = 0x04;
const octetsInPieces = 0x24;

/**
 * Returns the mail inside an opaque signature (S/MIME, RFC 8551). Returns undefined for encrypted
 * or damaged content. The signature is not verified.
 */
export function signedMail(content: Uint8Array): Buffer | undefined {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.length);
  const start = bytes.indexOf(signedData);
  // The type directly follows the headers of its containers.
  if (start < 0 || start > 32) return undefined;
  const at = bytes.indexOf(data, start) + data.length;
  if (at < data.length || bytes[at] !== contentTag) return undefined;
  const pieces = readOctets(bytes, headAt(bytes, at).from);
  const whole = pieces && Buffer.concat(pieces);
  return whole && whole.length > 0 ? whole : undefined;
}

function readOctets(bytes: Buffer, at: number): Buffer[] | undefined {
  const { from, length } = headAt(bytes, at);
  if (bytes[at] === octets) return [bytes.subarray(from, from + (length ?? 0))];
  if (bytes[at] !== octetsInPieces) return undefined;
  const end = length === undefined ? bytes.length : from + length;
  const pieces: Buffer[] = [];
  for (let next = from; next < end && bytes[next] === octets; ) {
    const piece = headAt(bytes, next);
    next = piece.from + (piece.length ?? 0);
    pieces.push(bytes.subarray(piece.from, next));
  }
  return pieces;
}

/** Returns where the value after a tag begins. Its length is undefined for the indefinite form. */
function headAt(bytes: Buffer, at: number): { from: number; length: number | undefined } {
  const first = bytes[at + 1] ?? 0;
  if (first < 0x80) return { from: at + 2, length: first };
  const count = first & 0x7f;
  if (count === 0) return { from: at + 2, length: undefined };
  let length = 0;
  for (const byte of bytes.subarray(at + 2, at + 2 + count)) length = length * 256 + byte;
  return { from: at + 2 + count, length };
}

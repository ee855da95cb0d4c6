/** The fewest wide characters from which a charset is concluded. */
const minCharacters = 4;
/** Characters beyond this position do not matter. Bytes. */
const maxExaminedBytes = 16_384;

/**
 * Returns the charset of a Japanese, Chinese or Korean text without a label, or undefined if its
 * bytes are no such text. Each charset leaves many bytes unassigned, and the frequent characters of
 * its language are in a small part of it.
 */
export function eastAsianCharset(bytes: Uint8Array): string | undefined {
  const start = bytes.subarray(0, maxExaminedBytes);
  return candidates.find(({ charset, isLikely }) => {
    const text = decodeWhole(start, charset);
    if (text === undefined) return false;
    const wide = text.match(/[^\0-\x7f]/gu) ?? [];
    return wide.length >= minCharacters && isLikely(wide.join(''), start);
  })?.charset;
}

interface Candidate {
  charset: string;
  isLikely: (wide: string, bytes: Uint8Array) => boolean;
}

/** In an order in which the strictest is first. */
const candidates: readonly Candidate[] = [
  { charset: 'euc-kr', isLikely: (wide) => share(wide, /[\uac00-\ud7a3]/g) > 0.85 },
  { charset: 'shift_jis', isLikely: (wide) => isJapanese(wide) },
  { charset: 'euc-jp', isLikely: (wide) => isJapanese(wide) },
  {
    charset: 'gb18030',
    // Cyrillic letters in KOI8 are in the upper part of this range.
    isLikely: (wide, bytes) =>
      isChinese(wide) && leadShare(bytes, 0xb0, 0xd7) > 0.7 && leadShare(bytes, 0xb0, 0xbf) > 0.1,
  },
  {
    charset: 'big5',
    isLikely: (wide, bytes) => isChinese(wide) && leadShare(bytes, 0xa1, 0xc6) > 0.9,
  },
];

/** Half-width katakana are left out: they are the bytes of Western letters in Shift_JIS. */
function isJapanese(wide: string): boolean {
  const kana = share(wide, /[\u3040-\u30ff]/g);
  return kana > 0.2 && share(wide, /[\u3000-\u30ff\p{sc=Han}\uff01-\uff5e]/gu) > 0.9;
}

function isChinese(wide: string): boolean {
  const isWritten = share(wide, /\p{sc=Han}/gu) > 0.6;
  return isWritten && share(wide, /[\u3000-\u301f\p{sc=Han}\uff01-\uff5e\p{P}]/gu) > 0.9;
}

function share(text: string, characters: RegExp): number {
  return (text.match(characters)?.length ?? 0) / [...text].length;
}

/** Returns the share of first bytes in a range. Two bytes are one character. */
function leadShare(bytes: Uint8Array, from: number, to: number): number {
  let all = 0;
  let inRange = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    all += 1;
    if (lead >= from && lead <= to) inRange += 1;
    at += 1;
  }
  return inRange / all;
}

/** Returns undefined if a byte does not belong to the charset. The last character can be cut. */
function decodeWhole(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

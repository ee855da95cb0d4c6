const label = /^"?(x-)?(unicode-\d-\d-)?utf-?7"?$/i;

export const isUtf7 = (charset: string) => label.test(charset.trim());

/**
 * Decodes UTF-7 (RFC 2152), which platforms no longer support. Text that is not UTF-7 does not
 * change.
 */
export function decodeUtf7(text: string): string {
  return text.replaceAll(/\+([A-Za-z\d+/]*)-?/g, (whole, encoded: string) => {
    if (encoded === '') return whole === '+-' ? '+' : whole;
    const bytes = Buffer.from(encoded, 'base64');
    return bytes.length < 2
      ? whole
      : bytes
          .subarray(0, bytes.length & ~1)
          .swap16()
          .toString('utf16le');
  });
}

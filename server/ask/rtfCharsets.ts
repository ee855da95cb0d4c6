/** Charsets of Windows by number of the code page. */
const ofCodePage: Partial<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1361: 'euc-kr',
  10000: 'macintosh',
  20866: 'koi8-r',
  28592: 'iso-8859-2',
  65001: 'utf-8',
};

/** Code pages by the number of a font's charset (`\fcharset`). */
const ofFont: Partial<Record<number, number>> = {
  77: 10_000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

/** Returns the charset of a code page of Windows. Unknown ones count as Western. */
export function charsetOfCodePage(codePage: number): string {
  const isWindows = codePage >= 1250 && codePage <= 1258;
  return isWindows ? `windows-${codePage}` : (ofCodePage[codePage] ?? 'windows-1252');
}

/** Returns the charset of a font, or undefined if it has that of the document. */
export function charsetOfFont(number: number): string | undefined {
  const codePage = ofFont[number];
  return codePage === undefined ? undefined : charsetOfCodePage(codePage);
}

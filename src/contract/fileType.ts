/** Number of bytes at the start of a file that determine its type. */
export const headBytes = 4096;

/**
 * Names of files that a double click would run, that point elsewhere, or that a browser would run
 * as a page.
 */
const runnable =
  /\.(exe|com|scr|pif|bat|cmd|ms[icpu]|dll|cpl|hta|lnk|url|scf|inf|reg|ps[cdm]?1|ps1xml|vbs?|vbe|jse?|mjs|ws[cfh]?|sct|jnlp|jar|apk|ipa|app|appref-ms|application|appx|msix|vsix|xpi|crx|dmg|pkg|(z|c|k|ba)?sh|command|terminal|desktop|(web|inet|file)loc|library-ms|search(connector)?-ms|settingcontent-ms|mobileconfig|s?html?|xhtml?|xht|mht(ml)?|svgz?|swf)[\s.]*$/i;

/** Names of file types that are not text. */
const notText =
  /\.(png|jpe?g|jfif|gif|webp|avif|hei[cf]|bmp|ico|tiff?|pdf|zip|gz|7z|rar|docx?|xlsx?|pptx?|mp[34]|m4v|mov|webm)$/i;

/**
 * Names of text files that programs write in older charsets, and with characters that only
 * terminals interpret. A rotated log has a number or date after its extension; some logs have no
 * extension.
 */
const textName =
  /(^[^.]+|\.(txt|text|log|out|err|csv|tsv|eml|md|json|xml|ya?ml|ini|conf|cfg|sql|ics|vcf|srt|rtf))([.-]\d[\d.-]*)?$/i;
/** A text file has at most one control character in this number of characters. */
const minCharactersPerSign = 10;
/**
 * The same limit for text in an older charset, where every byte is a valid character, also those of
 * other files.
 */
const minOldCharactersPerSign = 50;

const signatures: readonly (readonly [type: string, test: (head: Uint8Array) => boolean])[] = [
  ['image/png', (head) => startsWith(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ['image/jpeg', (head) => startsWith(head, 0xff, 0xd8, 0xff)],
  ['image/gif', (head) => /^GIF8[79]a/.test(latin(head, 0, 6))],
  ['image/webp', (head) => latin(head, 0, 4) === 'RIFF' && latin(head, 8, 12) === 'WEBP'],
  [
    'image/bmp',
    (head) => latin(head, 0, 2) === 'BM' && head[5] === 0 && latin(head, 6, 10) === '\0\0\0\0',
  ],
  // The type of a picture may only be in the compatible brands of the file.
  ['image/avif', (head) => isBrand(head, /^(avi[fs]|(mif1|msf1)(.{4})*avi[fs])/)],
  ['image/heic', (head) => isBrand(head, /^(hei[cmsx]|hev[cmsx]|mif1|msf1)/)],
  ['video/quicktime', (head) => isBrand(head, /^qt {2}/) || isOldQuickTime(head)],
  [
    'video/mp4',
    (head) => isBrand(head, /^(?!M4[AB] )(.{4})*(iso[m2-9]|mp4[12]|avc1|dash|M4V.|MSNV|3g[p2].)/),
  ],
  [
    'video/webm',
    (head) => startsWith(head, 0x1a, 0x45, 0xdf, 0xa3) && latin(head, 0, 64).includes('webm'),
  ],
  ['application/pdf', (head) => /^(\xef\xbb\xbf)?\s*%PDF-/.test(latin(head, 0, 64))],
  ['application/gzip', (head) => startsWith(head, 0x1f, 0x8b, 8)],
  // Office files before 2007, and messages of Outlook.
  [
    'application/x-ole-storage',
    (head) => startsWith(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
  ],
  [
    'application/zip',
    (head) => startsWith(head, 0x50, 0x4b, 3, 4) || startsWith(head, 0x50, 0x4b, 5, 6),
  ],
];

/** Markup in a picture that a browser would interpret as a page. */
const page = /<(!doctype\s+html|html|script|svg|iframe)[\s>/]/i;

const pageStart =
  /^<(!doctype\s+html|html|head|body|title|meta|link|style|script|iframe|object|img)\b/i;

/**
 * Returns the media type of a file by its content, from its first `headBytes` bytes. Returns null
 * for executables, unknown content, and content that contradicts the name. The name only decides
 * between types of text. Pages and SVG get their real type; `isAllowedType` never accepts them.
 */
export function sniffType(head: Uint8Array, name: string): string | null {
  if (runnable.test(name)) return null;
  const [type] = signatures.find(([, test]) => test(head)) ?? [];
  if (type !== undefined && /^(image|video)\//.test(type))
    return page.test(latin(head, 0, head.length)) ? null : type;
  return type ?? textType(head, name);
}

/** True if `types` contains the type, or all types of its kind as `image/*`. */
export function isAllowedType(type: string, types: readonly string[]): boolean {
  if (type === 'text/html' || type === 'image/svg+xml') return false;
  return types.some((allowed) =>
    allowed.endsWith('/*') ? type.startsWith(allowed.slice(0, -1)) : type === allowed,
  );
}

function textType(head: Uint8Array, name: string): string | null {
  const text = decode(head, name);
  if (text === null || text.startsWith('MZ') || text.startsWith('#!')) return null;
  const start = text.replace(/^\ufeff?\s*(<\?xml.*?\?>\s*|<!--.*?-->\s*)*/s, '');
  if (/^<(!doctype\s+svg|svg)\b/i.test(start)) return 'image/svg+xml';
  return pageStart.test(start) ? 'text/html' : plainType(name);
}

function plainType(name: string): string | null {
  if (notText.test(name)) return null;
  if (/\.csv$/i.test(name)) return 'text/csv';
  return /\.json$/i.test(name) ? 'application/json' : 'text/plain';
}

/**
 * Decodes a file as text. Returns null if it is not text. A truncated character at the end is
 * ignored.
 */
function decode(head: Uint8Array, name: string): string | null {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return decodeAs('utf-16le', head);
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be', head);
  const isOld = textName.test(name);
  // A log that is truncated while it is written begins with zeros.
  const written = isOld ? head.subarray(head.findIndex((byte) => byte !== 0)) : head;
  const signs = written.filter(isControl).length;
  if (signs > 0 && (!isOld || signs * minCharactersPerSign > written.length)) return null;
  const text = decodeAs('utf-8', written);
  if (text !== null || !isOld || signs * minOldCharactersPerSign > written.length) return text;
  return latin(written, 0, written.length);
}

function decodeAs(charset: string, head: Uint8Array): string | null {
  try {
    const stream = head.length >= headBytes;
    return new TextDecoder(charset, { fatal: true }).decode(head, { stream });
  } catch {
    return null; // invalid in this charset
  }
}

/**
 * True for control characters except tabs, line and page breaks, and the escape character of
 * colored logs.
 */
function isControl(byte: number): boolean {
  return byte < 9 || (byte > 13 && byte < 32 && byte !== 27);
}

function startsWith(head: Uint8Array, ...bytes: number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}

function latin(head: Uint8Array, from: number, to: number): string {
  let text = '';
  for (const byte of head.subarray(from, to)) text += String.fromCharCode(byte);
  return text;
}

/** True if a box-based file, as phones and screen recorders write, has one of the brands. */
function isBrand(head: Uint8Array, brands: RegExp): boolean {
  if (latin(head, 4, 8) !== 'ftyp') return false;
  const size = new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(0);
  return brands.test(latin(head, 8, 12) + latin(head, 16, Math.min(size, headBytes)));
}

/** Recorders before 2001 and some cameras write no brand. */
function isOldQuickTime(head: Uint8Array): boolean {
  return head[0] === 0 && /^(moov|mdat|wide|pnot)$/.test(latin(head, 4, 8));
}

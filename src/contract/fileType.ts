/** Bytes at the beginning of a file that decide what it is. */
export const headSize = 4096;

/** Names that a double click would run, or that a browser would run as a page. */
const runnable =
  /\.(exe|com|scr|pif|bat|cmd|msi|msp|dll|cpl|hta|lnk|reg|ps1|psm1|vbs?|vbe|jse?|mjs|wsf|wsh|jar|apk|app|dmg|sh|command|desktop|s?html?|xhtml?|xht|mht(ml)?|svgz?|swf)[\s.]*$/i;

/** Names that promise something else than text. */
const notText =
  /\.(png|jpe?g|jfif|gif|webp|avif|heic|bmp|ico|tiff?|pdf|zip|gz|7z|rar|docx?|xlsx?|pptx?|mp[34]|m4v|mov|webm)$/i;

/** Names of text that programs write in older charsets, and with signs that only terminals read. */
const textName =
  /\.(txt|text|log|out|err|csv|tsv|eml|md|json|xml|ya?ml|ini|conf|cfg|sql|ics|vcf|srt)$/i;
/** In a text file, at most one in so many characters may be a control character. */
const signShare = 10;

const signatures: readonly (readonly [type: string, test: (head: Uint8Array) => boolean])[] = [
  ['image/png', (head) => startsWith(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ['image/jpeg', (head) => startsWith(head, 0xff, 0xd8, 0xff)],
  ['image/gif', (head) => /^GIF8[79]a/.test(latin(head, 0, 6))],
  ['image/webp', (head) => latin(head, 0, 4) === 'RIFF' && latin(head, 8, 12) === 'WEBP'],
  ['image/heic', (head) => isBrand(head, /^(hei[cmsx]|hev[cmx]|mif1|msf1)$/)],
  ['image/avif', (head) => isBrand(head, /^avi[fs]$/)],
  ['video/quicktime', (head) => isBrand(head, /^qt {2}$/)],
  ['video/mp4', (head) => isBrand(head, /^(iso[m2-9]|mp4[12]|avc1|dash|M4V.|MSNV|3gp.)$/)],
  [
    'video/webm',
    (head) => startsWith(head, 0x1a, 0x45, 0xdf, 0xa3) && latin(head, 0, 64).includes('webm'),
  ],
  ['application/pdf', (head) => latin(head, 0, 5) === '%PDF-'],
  [
    'application/zip',
    (head) => startsWith(head, 0x50, 0x4b, 3, 4) || startsWith(head, 0x50, 0x4b, 5, 6),
  ],
];

/** Markup that a browser would read as a page, in what claims to be a picture. */
const page = /<(!doctype\s+html|html|script|svg|iframe)[\s>/]/i;

const pageStart =
  /^<(!doctype\s+html|html|head|body|title|meta|link|style|script|iframe|object|img)\b/i;

/**
 * The media type of a file by its content, from its first `headSize` bytes; null for executables,
 * unknown content, and content that belies the name. The name decides only between kinds of text.
 * Pages and SVG are named as what they are; `isAllowedType` never lets them through.
 */
export function sniffType(head: Uint8Array, name: string): string | null {
  if (runnable.test(name)) return null;
  const [type] = signatures.find(([, test]) => test(head)) ?? [];
  if (type !== undefined && /^(image|video)\//.test(type))
    return page.test(latin(head, 0, head.length)) ? null : type;
  return type ?? textType(head, name);
}

/** True when `types` names the type, or all of its kind as `image/*`. */
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

/** Text of a file; null for a file that is not text. A character that is cut at the end is no fault. */
function decode(head: Uint8Array, name: string): string | null {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return decodeAs('utf-16le', head);
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be', head);
  const signs = head.filter(isControl).length;
  const isOld = textName.test(name);
  if (signs > 0 && (!isOld || head.includes(0) || signs * signShare > head.length)) return null;
  return decodeAs('utf-8', head) ?? (isOld ? latin(head, 0, head.length) : null);
}

function decodeAs(charset: string, head: Uint8Array): string | null {
  try {
    const stream = head.length >= headSize;
    const text = new TextDecoder(charset, { fatal: true }).decode(head, { stream });
    return text.includes('\0') ? null : text;
  } catch {
    return null; // not in this charset
  }
}

/** All but tabs, line and page breaks, and the escape of coloured logs. */
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

/** The kind of a file of boxes, as phones and screen recorders write them. */
function isBrand(head: Uint8Array, brand: RegExp): boolean {
  return latin(head, 4, 8) === 'ftyp' && brand.test(latin(head, 8, 12));
}

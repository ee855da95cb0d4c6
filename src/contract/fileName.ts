import { limits } from './limits.ts';

/**
 * Characters that a name must not contain: paths, control characters, bidi overrides and other
 * invisible characters, and characters that Windows reserves. Joiners and the parts of emoji are
 * allowed.
 */
const forbidden =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}<>:"|?*]|(?!\u200c|\u200d|\ufe0e|\ufe0f|[\u{e0020}-\u{e007f}])\p{DI}/gu;

/**
 * Returns a name that is safe to display and to save: the last part of a path, with at most 255
 * characters.
 */
export function cleanFileName(fileName: string): string {
  const last = fileName.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(forbidden, '').replace(/^[\s.\p{DI}]+|[\s.\p{DI}]+$/gu, '');
  if (clean.length <= limits.fileName) return clean || 'file';
  const extension = /\.[^.]{1,16}$/.exec(clean)?.[0] ?? '';
  return storable(clean.slice(0, limits.fileName - extension.length)) + extension;
}

/** Truncation may have split a surrogate pair. */
function storable(text: string): string {
  return text.replace(/\p{Cs}$/u, '');
}

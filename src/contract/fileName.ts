import { limits } from './limits.ts';

/**
 * What a name must not contain: paths, control characters, bidi overrides and other characters that
 * do not show, and signs that Windows reserves. Joiners and the parts of emoji stay.
 */
const forbidden =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}<>:"|?*]|(?!\u200c|\u200d|\ufe0e|\ufe0f|[\u{e0020}-\u{e007f}])\p{DI}/gu;

/** A name that is safe to show and to save under: the last part of a path, at most 255 characters. */
export function cleanFileName(given: string): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(forbidden, '').replace(/^[\s.\p{DI}]+|[\s.\p{DI}]+$/gu, '');
  if (clean.length <= limits.fileName) return clean || 'file';
  const extension = /\.[^.]{1,16}$/.exec(clean)?.[0] ?? '';
  return storable(clean.slice(0, limits.fileName - extension.length)) + extension;
}

/** Cutting may have left half of a character. */
function storable(text: string): string {
  return text.replace(/\p{Cs}$/u, '');
}

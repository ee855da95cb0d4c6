/**
 * Returns 24 characters of base64 from 18 random bytes. `-` replaces `+` and `/`, so about 143 bits
 * are left. Works on plain-http pages, where `randomUUID` is missing.
 */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes)).replace(/\W/g, '-');
}

/** 132 random bits as 22 base64url characters. Works on plain-http pages, where `randomUUID` is missing. */
export function randomId(): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const bytes = [...crypto.getRandomValues(new Uint8Array(22))];
  return bytes.map((byte) => alphabet[byte & 63]).join('');
}

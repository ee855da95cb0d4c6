/**
 * Returns JSON text of plain data. Like `JSON.stringify`, it omits members that are undefined or
 * functions. But it never calls `toJSON`, because old Prototype.js adds one to `Array.prototype`
 * that turns every array into a string.
 */
export function serialise(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => serialise(item ?? null)).join()}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => !/^[uf]/.test(typeof member))
      .map(([name, member]) => `${JSON.stringify(name)}:${serialise(member)}`);
    return `{${members.join()}}`;
  }
  return JSON.stringify(value ?? null);
}

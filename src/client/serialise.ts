/**
 * JSON text of plain data. Members that are undefined or functions are left out, as by `JSON.stringify`.
 * Unlike that it never calls `toJSON`: old Prototype.js puts one on `Array.prototype` that turns every
 * array into a string.
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

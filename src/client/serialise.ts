/**
 * JSON text of plain data. Unlike `JSON.stringify` it never calls `toJSON`: old Prototype.js puts
 * one on `Array.prototype` that turns every array into a string.
 */
export function serialise(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => serialise(item ?? null)).join()}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => `${JSON.stringify(name)}:${serialise(member)}`);
    return `{${members.join()}}`;
  }
  return JSON.stringify(value ?? null);
}

/** Returns the value without what pages have added to `Object.prototype`. */
export function own<T extends object>(value: T): T {
  return Object.setPrototypeOf(value, null);
}

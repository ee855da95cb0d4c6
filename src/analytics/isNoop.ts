/** Matches a function's source without white space whose body is empty or returns nothing. */
const noop =
  /^(async)?(function)?\*?[\w$]*(\([^()]*\))?(=>)?(\{(return(undefined|null|void0)?)?;?\}|undefined|null|void0)$/;

/**
 * Returns whether a function does nothing, by its source. Wrappers return such a stub until a
 * library has loaded.
 */
export function isNoop(value: unknown): boolean {
  if (typeof value !== 'function') return false;
  const source = Function.prototype.toString.call(value);
  return noop.test(source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').replace(/\s+/g, ''));
}

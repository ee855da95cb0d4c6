/** A function's source without space: its head, and a body that is empty or gives nothing. */
const noop =
  /^(async)?(function)?\*?[\w$]*(\([^()]*\))?(=>)?(\{(return(undefined|null|void0)?)?;?\}|undefined|null|void0)$/;

/** Whether a function does nothing, by its source: wrappers return such a stand-in until a library has loaded. */
export function isNoop(value: unknown): boolean {
  if (typeof value !== 'function') return false;
  const source = Function.prototype.toString.call(value);
  return noop.test(source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').replace(/\s+/g, ''));
}

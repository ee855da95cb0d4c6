/**
 * Besides the front door (which contains no code of the app), only this file writes to the console.
 * It only writes problems that a developer should fix, never actions of visitors.
 */
export function warn(message: string, cause?: unknown): void {
  write('warn', message, cause);
}

/**
 * Warns the first time only, so that a mistake that repeats with every render or request is one line. Returns
 * whether it was the first time.
 */
export function warnOnce(message: string, cause?: unknown): boolean {
  const isNew = isFirst(message);
  if (isNew) write('warn', message, cause);
  return isNew;
}

/**
 * Writes an error to the console. The same message is written once for all instances on the page.
 */
export function printError({ name, message, cause }: Error): void {
  if (isFirst(message)) write('error', `${name}: ${message}`, cause);
}

const written = new Set<string>();

function isFirst(message: string): boolean {
  if (written.has(message)) return false;
  written.add(message);
  return true;
}

function write(level: 'warn' | 'error', message: string, cause: unknown): void {
  // Requests that a closing window aborts are not an error.
  if (globalThis.closed) return;
  const line = `[support-widget] ${message}`;
  globalThis.console?.[level](line, ...(cause === undefined ? [] : [cause]));
}

/** The only place that writes to the console: what a developer should mend, never what a visitor did. */
export function warn(message: string, cause?: unknown): void {
  const line = `[support-widget] ${message}`;
  if (cause === undefined) console.warn(line);
  else console.warn(line, cause);
}

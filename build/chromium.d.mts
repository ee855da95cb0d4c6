/**
 * Returns the path of a Chromium that works here. Installs one if none is found, or if `isFresh` is
 * set.
 */
export function findChromium(options?: { isFresh?: boolean }): string;

/** Returns the options with which tests and commands launch this Chromium. */
export function launchOptions(): { executablePath: string; args: string[] };

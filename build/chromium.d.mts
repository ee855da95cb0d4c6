/** Returns the path of a Chromium that runs here. Installs one if none is found, or if `isFresh` is set. */
export function findChromium(options?: { isFresh?: boolean }): string;

/** How the tests and commands here launch that Chromium. */
export function launchOptions(): { executablePath: string; args: string[] };

/** Path of a Chromium that runs here; gets one when there is none, or when `isFresh`. */
export function findChromium(options?: { isFresh?: boolean }): string;

/** How the tests and commands here launch that Chromium. */
export function launchOptions(): { executablePath: string; args: string[] };

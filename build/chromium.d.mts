/** Path of a Chromium that runs here; installs one when there is none. */
export function findChromium(): string;

import { findChromium } from './chromium.mjs';

// Prints the path of a Chromium last. With `--fresh`, one that is already here does not count.
const isFresh = process.argv.includes('--fresh');
process.stdout.write(`${findChromium({ isFresh })}\n`);

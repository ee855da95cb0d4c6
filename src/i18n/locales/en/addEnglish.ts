const loaded = new Map<string, string>();

/**
 * Registers English sentences and returns them. The code that shows them imports their file, so
 * that they are in its chunk.
 */
export function addEnglish<const Words extends Record<string, string>>(words: Words): Words {
  for (const [key, sentence] of Object.entries(words)) loaded.set(key, sentence);
  return words;
}

/** Returns the sentence for a key, if the code that needs it has loaded. */
export function english(key: string): string | undefined {
  return loaded.get(key);
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Returns words of an invented language, the same in every run. A few are common, most are rare.
 */
export function createWords(seed = 7) {
  let state = seed;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const syllable = () =>
    'bcdfglmnprstv'[Math.floor(random() * 13)] + 'aeiou'[Math.floor(random() * 5)];
  const words = Array.from({ length: 6_000 }, () => syllable() + syllable() + syllable());
  const word = () => words[Math.floor(words.length * random() ** 2)];
  return (count) => Array.from({ length: count }, word).join(' ');
}

/** Writes this number of articles with about 150 words each into a folder. */
export function writeArticles(folder, count) {
  const phrase = createWords();
  mkdirSync(join(folder, 'en'), { recursive: true });
  for (let n = 0; n < count; n++) {
    const text = `---\ntitle: ${phrase(4)}\ncategory: c${n % 9}\n---\n\n${phrase(60)}.\n\n## ${phrase(3)}\n\n${phrase(90)}.\n`;
    writeFileSync(join(folder, 'en', `article-${n}.md`), text);
  }
}

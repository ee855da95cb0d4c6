import { stemmerOf, stopWordsOf } from './language.ts';

/**
 * A term, and the position of its characters in the text: from `from` up to, not including, `to`.
 */
export interface Token {
  term: string;
  from: number;
  to: number;
  /**
   * It joins two hyphenated words, which are also separate tokens: `warmup` of "warm-up", `email`
   * of "e-mail".
   */
  joined?: true;
}

/** Scripts without spaces between words: Han, kana and Thai. */
const unspaced =
  '\\u0e00-\\u0e7f\\u3041-\\u3096\\u30a1-\\u30fa\\u30fc-\\u30ff\\uff66-\\uff9f\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}';
const words = new RegExp(
  `([${unspaced}]+)|(?<![\\p{L}\\p{N}])[\\p{L}](?:\\+\\+|#)(?![\\p{L}+#])|(?:\\p{L}+(?=\\d+\\.\\d)|\\d+(?:\\.\\d+)+)|(?:\\p{L}/|\\p{L}{1,2}&)\\p{L}(?!\\p{L})|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])+`,
  'gu',
);
/** Programming languages whose names end in special characters. */
const signed = /^\p{L}(\+\+|#)$/u;
/** Suffixes of names that are also written without the dot and suffix. */
const endings = /^(js|ts|net|io)$/;
/** Names that are written with or without a space before their version. */
const versioned = /^(oauth|saml|http|python|tls|ipv|vue|web|net|node|java|php|ios|es)$/;
/** Letters that keyboards of other languages spell differently. */
const spelled: Readonly<Record<string, string>> = {
  ß: 'ss',
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  ı: 'i',
  ł: 'l',
  đ: 'd',
};
/** Maximum number of significant characters of a word. */
export const maxWordLength = 40;

/**
 * Returns the terms of a text: words without case, accents and endings, and no stop words. `5.7.26`
 * is one term, also in "v5.7.26", "A/B" is `ab`, and "Q&A" is `qa`. In scripts without spaces, each
 * pair of neighboring characters is a term.
 */
export function tokenise(text: string, locale: string): Token[] {
  const stem = stemmerOf(locale);
  const stopWords = stopWordsOf(locale);
  const tokens: Token[] = [];
  let before: { folded: string; from: number; to: number } | undefined;
  for (const match of text.matchAll(words)) {
    const [word, run] = match;
    if (run !== undefined) {
      tokens.push(...pairsOf(run, match.index));
      continue;
    }
    const folded = fold(word.slice(0, maxWordLength * 2));
    const [from, to] = [match.index, match.index + word.length];
    const termOf = (whole: string) =>
      signed.test(whole) ? whole : stem(whole).slice(0, maxWordLength);
    if (!stopWords.has(folded) && (folded.length > 1 || /\d/.test(folded))) {
      tokens.push({ term: termOf(folded), from, to });
    }
    const joined = before && joinedOf(before, folded, text.slice(before.to, from));
    if (before && joined !== undefined) {
      tokens.push({ term: termOf(joined), from: before.from, to, joined: true });
    }
    before = { folded, from, to };
  }
  return tokens;
}

/**
 * Joins two words that can also be written as one: "warm-up", "Node.js", "OAuth 2.0", "HTTP/2",
 * "S/MIME".
 */
function joinedOf({ folded }: { folded: string }, next: string, between: string) {
  if (between === '-' || (between === '.' && endings.test(next))) return folded + next;
  if (between === '/' && folded.length === 1) return folded + next;
  const version = /^(\d{1,2})(?:\.0)?$/.exec(next)?.[1];
  const isNamed = /^[ /]$/.test(between) && version !== undefined && versioned.test(folded);
  return isNamed ? folded + version : undefined;
}

export function fold(word: string): string {
  if (/^[a-z\d]*$/i.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKD')
    .replaceAll(/[\p{M}/&]/gu, '')
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[ßœæøıłđ]/g, (letter) => spelled[letter] ?? letter);
}

function pairsOf(run: string, start: number): Token[] {
  const characters = [...run];
  let from = start;
  if (characters.length === 1) return [{ term: fold(run), from, to: from + run.length }];
  return characters.slice(1).map((second, index) => {
    const first = characters[index] ?? '';
    const token = { term: fold(first + second), from, to: from + first.length + second.length };
    from += first.length;
    return token;
  });
}

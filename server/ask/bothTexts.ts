/** Maximum number of characters of each text that are compared. */
const maxCompared = 200_000;
/** A smaller share of common words cannot come from two versions of one text. */
const minCommonShare = 0.4;
/** A plain text with such a share of its words in the HTML is a part of it. */
const minInsideShare = 0.8;
/** Some languages have no spaces between words, so that lines can break everywhere. */
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{N}]+/gu;

function wordsOf(text: string): Set<string> {
  // A plain text does not always have the addresses of links.
  const shown = text.slice(0, maxCompared).replaceAll(/<https?:[^<>\s]*>/g, ' ');
  return new Set(shown.toLowerCase().match(word));
}

interface Texts {
  text: string;
  htmlText: string;
}

/**
 * Returns the texts of a mail without loss. If the HTML has other words than the plain text, it is no
 * alternative of it, although many programs say so: they write a note about HTML as the plain text.
 * Then the HTML contains both.
 */
export function bothTexts({ text, htmlText }: Texts): Texts {
  const known = wordsOf(text);
  const words = wordsOf(htmlText);
  const common = [...words].filter((one) => known.has(one)).length;
  if (known.size === 0 || common >= words.size * minCommonShare) return { text, htmlText };
  const isInside = common >= known.size * minInsideShare;
  return { text: '', htmlText: isInside ? htmlText : `${text.trim()}\n\n${htmlText}` };
}

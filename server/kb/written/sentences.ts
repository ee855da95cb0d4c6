/** A sentence of a model, and the numbers that it cites. */
export interface CitedSentence {
  text: string;
  citations: number[];
}

/** Citations at the end of a sentence, before or after its full stop: `[1]`, `[1, 2].`, `[1][2]` */
const cited = /([^[\]]*?)\s*((?:\[\s*\d{1,2}(?:\s*,\s*\d{1,2})*\s*\]\s*)+)([.!?。！？]?)/gu;

/**
 * Returns a reader of a model's text, which arrives in pieces. It returns the complete lines, split
 * after each citation. Text without a citation is dropped.
 */
export function createSentenceReader() {
  let rest = '';
  return {
    read(piece: string): CitedSentence[] {
      const lines = (rest + piece).split(/\r\n|\n|\r/);
      rest = lines.pop() ?? '';
      return lines.flatMap(sentencesOf);
    },
    /** Returns the sentences of the last line. */
    end(): CitedSentence[] {
      const last = rest;
      rest = '';
      return sentencesOf(last);
    },
  };
}

function sentencesOf(line: string): CitedSentence[] {
  return [...line.matchAll(cited)].flatMap(([, before = '', numbers = '', mark = '']) => {
    const text = withoutMarks(before) + mark;
    const citations = [...numbers.matchAll(/\d+/g)].map(([number]) => Number(number));
    return text.length > mark.length ? [{ text, citations: [...new Set(citations)] }] : [];
  });
}

/** Removes the marks of lists and headings, and emphasis. The widget shows plain text. */
function withoutMarks(text: string): string {
  return text
    .replace(/^[\s>#*•–-]+(?=\S)/u, '')
    .replace(/^\d{1,2}[.)]\s+/, '')
    .replaceAll(/\*\*|__|`/g, '')
    .trim();
}

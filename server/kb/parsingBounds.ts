import type { Data, Processor } from 'unified';
import { ArticleFault } from './articleFault.ts';
import { startWorkTime } from './workTime.ts';

/** Codes of the parser for the ends of lines. */
const lineEnds = [-5, -4, -3];
const codesOf = (signs: string) => [...signs].map((sign) => sign.charCodeAt(0));
/**
 * Maximum numbers in one paragraph. The parser compares each mark of emphasis with all before it. It
 * moves everything behind other signs that turn out to be text.
 */
const bounds = [
  { codes: codesOf('*_~'), max: 2_000, name: 'marks of emphasis' },
  { codes: [...codesOf('!&:<[\\]`'), ...lineEnds], max: 10_000, name: 'lines and signs' },
];

/** Signs of which a run is one mark: the parser must not begin within it. */
const runs = new Set(codesOf('`:~'));
const isNot = (code: number) => (previous: number | null) => previous !== code;

type Extension = NonNullable<Data['micromarkExtensions']>[number];
type Constructs = NonNullable<Extension['text']>[string];
type Tokenize = Extract<Constructs, { tokenize: unknown }>['tokenize'];

/**
 * Extends the parser by syntax that nothing matches, to be called often: it ends the parser after
 * some time, and at too many marks of a paragraph.
 */
export function parsingBounds(this: Processor, timeoutMs: number): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push(boundsWithin(timeoutMs));
}

function boundsWithin(timeoutMs: number): Extension {
  const deadline = performance.now() + timeoutMs;
  const workMs = startWorkTime();
  const checkTime: Tokenize = (_effects, _ok, nok) => {
    // The clock comes first: it is cheaper to read, and never behind.
    if (performance.now() > deadline && workMs() > timeoutMs) throw tooSlow(timeoutMs / 1_000);
    return nok;
  };
  const counted = bounds.flatMap(({ codes, max, name }) => {
    const tokenize = countMarks(max, name);
    return codes.map((code) => [
      code,
      { tokenize, ...(runs.has(code) && { previous: isNot(code) }) },
    ]);
  });
  return {
    document: { null: { tokenize: checkTime } },
    text: { ...Object.fromEntries(counted), null: { tokenize: checkTime } },
  };
}

function countMarks(max: number, name: string): Tokenize {
  const counts = new WeakMap<object, number>();
  return function (_effects, _ok, nok) {
    const count = (counts.get(this) ?? 0) + 1;
    counts.set(this, count);
    if (count <= max) return nok;
    throw new ArticleFault(
      `A paragraph has more than ${max} ${name}. Split it, or put it into a code block.`,
      this.now().line,
    );
  };
}

export function tooSlow(seconds: number): ArticleFault {
  return new ArticleFault(
    `The article takes too long to read (over ${seconds} s). Split it into several articles, or make its lists and tables simpler.`,
    1,
  );
}

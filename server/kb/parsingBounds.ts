import type { Data, Processor } from 'unified';
import { ArticleFault } from './frontMatter.ts';

/** Emphasis in one paragraph; the parser compares each mark with all before it. */
const maxMarks = 2_000;
const marks = '*_~';
const closingBracket = ']';

type Extension = NonNullable<Data['micromarkExtensions']>[number];
type Constructs = NonNullable<Extension['text']>[string];
type Tokenize = Extract<Constructs, { tokenize: unknown }>['tokenize'];

/**
 * Extends the parser by syntax that nothing matches, to be called often: it ends the parser after some time,
 * and at too many marks. Most long lines are read in linear time; lists, headings and brackets are not.
 */
export function parsingBounds(this: Processor, timeoutMs: number): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push(boundsUntil(performance.now() + timeoutMs, timeoutMs));
}

function boundsUntil(deadline: number, timeoutMs: number): Extension {
  const counts = new WeakMap<object, number>();
  const checkTime: Tokenize = (_effects, _ok, nok) => {
    if (performance.now() > deadline) throw tooSlow(timeoutMs / 1_000);
    return nok;
  };
  const countMark: Tokenize = function (effects, ok, nok) {
    const count = (counts.get(this) ?? 0) + 1;
    counts.set(this, count);
    if (count > maxMarks) {
      throw new ArticleFault(
        `A paragraph has more than ${maxMarks} marks of emphasis. Split it, or put it into a code block.`,
        this.now().line,
      );
    }
    return checkTime.call(this, effects, ok, nok);
  };
  const counted = [...marks].map((mark) => [mark.charCodeAt(0), { tokenize: countMark }]);
  return {
    document: { null: { tokenize: checkTime } },
    text: {
      ...Object.fromEntries(counted),
      [closingBracket.charCodeAt(0)]: { tokenize: checkTime },
    },
  };
}

export function tooSlow(seconds: number): ArticleFault {
  return new ArticleFault(
    `The article takes too long to read (over ${seconds} s). Split it into several articles, or make its lists and tables simpler.`,
    1,
  );
}

import { describe, expect, it } from 'vitest';
import { status } from '../../../src/i18n/locales/en/status.ts';
import { en as first } from '../../../src/i18n/locales/en.ts';
import { locales } from '../../../src/i18n/locales/index.ts';

const placeholders = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(String).sort();
const en = { ...first, ...status };
const keys = Object.keys(en);
const stems = keys.flatMap((key) => (key.endsWith('.one') ? [key.slice(0, -4)] : []));
/** Plural forms that omit the number in some languages, such as "two replies". */
const small = /\.(zero|one|two)$/;

/** True for a form that a language uses for several numbers, as French uses `one` for 0 and 1. */
function isOfSeveral(tag: string, key: string): boolean {
  const rules = new Intl.PluralRules(tag);
  return [0, 1, 2, 3].filter((count) => key.endsWith(`.${rules.select(count)}`)).length > 1;
}

function englishOf(key: string): string {
  const stem = stems.find((one) => key.startsWith(`${one}.`));
  const name = stem ? `${stem}.other` : key;
  return Object.entries(en).find(([known]) => known === name)?.[1] ?? '';
}

describe.each(Object.entries(locales))('the language %s', (tag, load) => {
  const sentences = async () => Object.entries((await load())[tag] ?? {});

  it('has the keys of English, and its own plural forms for counts', async () => {
    const rules = new Intl.PluralRules(tag);
    const counts = Array.from({ length: 1_000 }, (_, count) => rules.select(count));
    // In some languages, the form of whole millions equals that of other large numbers in this
    // widget.
    const forms = rules
      .resolvedOptions()
      .pluralCategories.filter((form) => form !== 'many' || counts.includes(form));
    const plain = keys.filter((key) => !stems.some((stem) => key.startsWith(`${stem}.`)));
    const counted = stems.flatMap((stem) => forms.map((form) => `${stem}.${form}`));
    const names = (await sentences()).map(([key]) => key);
    expect(names.sort()).toEqual([...plain, ...counted].sort());
  });

  it('uses the same values as English, and has no empty sentence', async () => {
    for (const [key, sentence] of await sentences()) {
      const filled = placeholders(sentence);
      const isInWords = filled.length === 0 && small.test(key) && !isOfSeveral(tag, key);
      if (!isInWords) expect([key, filled]).toEqual([key, placeholders(englishOf(key))]);
      expect(sentence.trim()).not.toBe('');
    }
  });

  it('has no sentence of several words that is equal to the English one', async () => {
    const same = (await sentences()).filter(
      ([key, sentence]) => sentence === englishOf(key) && /\w+ \w+/.test(sentence),
    );
    expect(same).toEqual([]);
  });
});

it('French never breaks a line before its punctuation', async () => {
  const sentences = Object.values((await locales.fr?.())?.fr ?? {});
  expect(sentences.length).toBeGreaterThan(300);
  expect(sentences.filter((sentence) => / [?!:;»%]|« /.test(sentence))).toEqual([]);
});

describe('English', () => {
  it('has both forms of every plural', () => {
    expect(stems).not.toEqual([]);
    expect(stems.filter((stem) => !keys.includes(`${stem}.other`))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { status } from '../../../src/i18n/locales/en/status.ts';
import { en as first } from '../../../src/i18n/locales/en.ts';
import { locales } from '../../../src/i18n/locales/index.ts';

const placeholders = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(String).sort();
const en = { ...first, ...status };
const keys = Object.keys(en);

describe.each(Object.entries(locales))('the language %s', (_tag, load) => {
  it('has exactly the keys of English', async () => {
    expect(Object.keys(await load()).sort()).toEqual([...keys].sort());
  });

  it('fills in the same values as English, and leaves no sentence empty', async () => {
    for (const [key, sentence] of Object.entries(await load())) {
      const english = Object.entries(en).find(([name]) => name === key)?.[1] ?? '';
      expect([key, placeholders(sentence)]).toEqual([key, placeholders(english)]);
      expect(sentence.trim()).not.toBe('');
    }
  });
});

describe('English', () => {
  it('has both forms of every plural', () => {
    const stems = keys.flatMap((key) => (key.endsWith('.one') ? [key.slice(0, -4)] : []));
    expect(stems).not.toEqual([]);
    expect(stems.filter((stem) => !keys.includes(`${stem}.other`))).toEqual([]);
  });
});

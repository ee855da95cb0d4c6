import { type Corpus, createCorpus, frequenciesOf } from '../../../src/relevance/corpus.ts';
import { type Profile, type ProfiledText, profileOf } from '../../../src/relevance/profile.ts';
import { queryOf } from '../../../src/relevance/query.ts';
import { evidenceOf, scoreOf } from '../../../src/relevance/score.ts';

export type Text = Partial<ProfiledText> & { title: string };

/** Searches articles in memory, as a device does. */
export function openDevice(
  articles: readonly Text[],
  { locale = 'en', synonyms = [] }: { locale?: string; synonyms?: string[][] } = {},
) {
  const entries = articles.map((article): { title: string; profile: Profile } => ({
    title: article.title,
    profile: profileOf({ headings: [], tags: [], description: '', text: '', ...article }, locale),
  }));
  const frequencies = frequenciesOf(entries.map(({ profile }) => profile));
  const corpus: Corpus = createCorpus({ locale, articles: articles.length, frequencies, synonyms });
  const score = (text: string, title: string): number => {
    const query = queryOf(text, corpus);
    const entry = entries.find((one) => one.title === title);
    if (entry === undefined) throw new Error(`There is no article "${title}".`);
    const evidence = evidenceOf(query, (term) => entry.profile.get(term) ?? 0);
    return scoreOf(query, evidence, { title });
  };
  const search = (text: string): string[] =>
    entries
      .map(({ title }) => ({ title, value: score(text, title) }))
      .filter(({ value }) => value > 0)
      .sort((a, b) => b.value - a.value)
      .map(({ title }) => title);
  return { corpus, query: (text: string) => queryOf(text, corpus), score, search };
}

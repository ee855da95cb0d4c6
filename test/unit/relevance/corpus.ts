import { type Corpus, createCorpus, frequenciesOf } from '../../../src/relevance/corpus.ts';
import { type Profile, type ProfiledText, profileOf } from '../../../src/relevance/profile.ts';
import { queryOf } from '../../../src/relevance/query.ts';
import { evidenceOf, rank } from '../../../src/relevance/score.ts';

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
  const ranked = (text: string) => {
    const query = queryOf(text, corpus);
    const candidates = entries.map(({ title, profile }) => ({
      slug: title,
      title,
      ...evidenceOf(query, (term) => profile.get(term) ?? 0),
    }));
    return rank(
      query,
      candidates.filter(({ amount }) => amount > 0),
    );
  };
  const search = (text: string): string[] => ranked(text).map(({ title }) => title);
  const score = (text: string, wanted: string): number =>
    ranked(text).find(({ title }) => title === wanted)?.score ?? 0;
  return { corpus, query: (text: string) => queryOf(text, corpus), score, search };
}

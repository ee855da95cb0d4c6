import { articleComment } from './en/articleComment.ts';
import { articleFailures } from './en/articleFailures.ts';
import { articles } from './en/articles.ts';
import { articleTools } from './en/articleTools.ts';
import { awaited } from './en/awaited.ts';
import { categories } from './en/categories.ts';
import { checks } from './en/checks.ts';
import { context } from './en/context.ts';
import { contextLines } from './en/contextLines.ts';
import { conversation } from './en/conversation.ts';
import { draft } from './en/draft.ts';
import { errors } from './en/errors.ts';
import { fileRows } from './en/fileRows.ts';
import { files } from './en/files.ts';
import { form } from './en/form.ts';
import { home } from './en/home.ts';
import { launcher } from './en/launcher.ts';
import { lightBox } from './en/lightBox.ts';
import { links } from './en/links.ts';
import { mail } from './en/mail.ts';
import { menu } from './en/menu.ts';
import { network } from './en/network.ts';
import { news } from './en/news.ts';
import { newsMark } from './en/newsMark.ts';
import { panel } from './en/panel.ts';
import { passages } from './en/passages.ts';
import { proactive } from './en/proactive.ts';
import { rating } from './en/rating.ts';
import { receipt } from './en/receipt.ts';
import { requests } from './en/requests.ts';
import { rows } from './en/rows.ts';
import { screenshot } from './en/screenshot.ts';
import { searching } from './en/searching.ts';
import { searchStates } from './en/searchStates.ts';
import { status } from './en/status.ts';
import { suggestions } from './en/suggestions.ts';
import { team } from './en/team.ts';
import { topics } from './en/topics.ts';
import { unsent } from './en/unsent.ts';
import { written } from './en/written.ts';

/**
 * All English sentences, which define the keys. `{name}` is replaced; `.one` and `.other` are
 * plural forms. The widget imports the files separately, with the code that shows them.
 */
export const en = {
  ...launcher,
  ...menu,
  ...links,
  ...panel,
  ...checks,
  ...network,
  ...home,
  ...team,
  ...form,
  ...draft,
  ...context,
  ...contextLines,
  ...categories,
  ...files,
  ...fileRows,
  ...screenshot,
  ...errors,
  ...mail,
  ...rows,
  ...receipt,
  ...unsent,
  ...requests,
  ...conversation,
  ...lightBox,
  ...rating,
  ...searching,
  ...searchStates,
  ...articles,
  ...articleFailures,
  ...articleComment,
  ...articleTools,
  ...passages,
  ...topics,
  ...news,
  ...newsMark,
  ...proactive,
  ...suggestions,
  ...status,
  ...awaited,
  ...written,
};

/** Sentences by key, in the plural forms of English. */
export type Messages = { [Key in keyof typeof en]: string };

type StemOf<Key> = Key extends `${infer Stem}.one` ? Stem : never;
/** Keys with a count; each language has its own plural forms. */
export type PluralStem = StemOf<keyof Messages>;

/**
 * A complete set of sentences for one language. For counts it has `.other`, and the other
 * categories of `Intl.PluralRules` in which the language differs.
 */
export type Translation = Omit<Messages, `${PluralStem}.one`> & {
  [Form in `${PluralStem}.${Intl.LDMLPluralRule}`]?: string;
};

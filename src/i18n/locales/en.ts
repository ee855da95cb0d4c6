import { articles } from './en/articles.ts';
import { form } from './en/form.ts';
import { panel } from './en/panel.ts';
import { requests } from './en/requests.ts';
import { status } from './en/status.ts';

/** English, and the source of the keys. `{name}` is filled in; `.one` and `.other` are plural forms. */
export const en = { ...panel, ...form, ...requests, ...articles, ...status };

/** A complete set of sentences for one language. */
export type Messages = { [Key in keyof typeof en]: string };

import { articles } from './en/articles.ts';
import { form } from './en/form.ts';
import { panel } from './en/panel.ts';
import { requests } from './en/requests.ts';
import type { status } from './en/status.ts';

/** English, and the source of the keys. `{name}` is filled in; `.one` and `.other` are plural forms. */
export const en = { ...panel, ...form, ...requests, ...articles };

/** A complete set of sentences for one language; English gets those of the status with its code. */
export type Messages = { [Key in keyof typeof en | keyof typeof status]: string };

import type { Messages } from './en.ts';
import { articles } from './es/articles.ts';
import { form } from './es/form.ts';
import { panel } from './es/panel.ts';
import { requests } from './es/requests.ts';
import { status } from './es/status.ts';

export const es: Messages = { ...panel, ...form, ...requests, ...articles, ...status };

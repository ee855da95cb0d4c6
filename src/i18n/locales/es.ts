import type { Translation } from './en.ts';
import { articles } from './es/articles.ts';
import { categories } from './es/categories.ts';
import { form } from './es/form.ts';
import { panel } from './es/panel.ts';
import { requests } from './es/requests.ts';
import { status } from './es/status.ts';
import { written } from './es/written.ts';
import { launcherLabels } from './launcherLabel.ts';

export const es: Translation = {
  'launcher.open': launcherLabels.es,
  ...panel,
  ...form,
  ...requests,
  ...articles,
  ...categories,
  ...status,
  ...written,
};

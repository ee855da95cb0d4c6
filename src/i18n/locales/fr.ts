import type { Translation } from './en.ts';
import { articles } from './fr/articles.ts';
import { categories } from './fr/categories.ts';
import { form } from './fr/form.ts';
import { panel } from './fr/panel.ts';
import { requests } from './fr/requests.ts';
import { status } from './fr/status.ts';
import { written } from './fr/written.ts';
import { launcherLabels } from './launcherLabel.ts';

export const fr: Translation = {
  'launcher.open': launcherLabels.fr,
  ...panel,
  ...form,
  ...requests,
  ...articles,
  ...categories,
  ...status,
  ...written,
};

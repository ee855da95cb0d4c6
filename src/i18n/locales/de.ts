import { articles } from './de/articles.ts';
import { categories } from './de/categories.ts';
import { form } from './de/form.ts';
import { panel } from './de/panel.ts';
import { requests } from './de/requests.ts';
import { status } from './de/status.ts';
import { written } from './de/written.ts';
import type { Translation } from './en.ts';
import { launcherLabels } from './launcherLabel.ts';

export const de: Translation = {
  'launcher.open': launcherLabels.de,
  ...panel,
  ...form,
  ...requests,
  ...articles,
  ...categories,
  ...status,
  ...written,
};

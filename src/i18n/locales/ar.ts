import { articles } from './ar/articles.ts';
import { categories } from './ar/categories.ts';
import { form } from './ar/form.ts';
import { panel } from './ar/panel.ts';
import { requests } from './ar/requests.ts';
import { status } from './ar/status.ts';
import { written } from './ar/written.ts';
import type { Translation } from './en.ts';
import { launcherLabels } from './launcherLabel.ts';

export const ar: Translation = {
  'launcher.open': launcherLabels.ar,
  ...panel,
  ...form,
  ...requests,
  ...articles,
  ...categories,
  ...status,
  ...written,
};

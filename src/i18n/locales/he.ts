import type { Translation } from './en.ts';
import { articles } from './he/articles.ts';
import { categories } from './he/categories.ts';
import { form } from './he/form.ts';
import { panel } from './he/panel.ts';
import { requests } from './he/requests.ts';
import { status } from './he/status.ts';
import { written } from './he/written.ts';
import { launcherLabels } from './launcherLabel.ts';

export const he: Translation = {
  'launcher.open': launcherLabels.he,
  ...panel,
  ...form,
  ...requests,
  ...articles,
  ...categories,
  ...status,
  ...written,
};

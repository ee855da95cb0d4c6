import type { Translation } from './en.ts';
import { launcherLabels } from './launcherLabel.ts';
import { articles } from './pt/articles.ts';
import { categories } from './pt/categories.ts';
import { form } from './pt/form.ts';
import { panel } from './pt/panel.ts';
import { requests } from './pt/requests.ts';
import { status } from './pt/status.ts';
import { written } from './pt/written.ts';

export const pt: Translation = {
  'launcher.open': launcherLabels.pt,
  ...panel,
  ...form,
  ...requests,
  ...articles,
  ...categories,
  ...status,
  ...written,
};

import type { Translation } from './en.ts';
import { articles } from './ja/articles.ts';
import { categories } from './ja/categories.ts';
import { form } from './ja/form.ts';
import { panel } from './ja/panel.ts';
import { requests } from './ja/requests.ts';
import { status } from './ja/status.ts';
import { written } from './ja/written.ts';
import { launcherLabels } from './launcherLabel.ts';

export const ja: Translation = {
  'launcher.open': launcherLabels.ja,
  ...panel,
  ...form,
  ...requests,
  ...articles,
  ...categories,
  ...status,
  ...written,
};

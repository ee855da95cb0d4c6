import type { Recipe } from './recipe.ts';

const locales = ['ar', 'de', 'es', 'fr', 'he', 'ja', 'pt'];

export const widgetRecipes: readonly Recipe[] = [
  {
    name: 'an event',
    edits: [
      {
        file: 'src/analytics/events.ts',
        before: '  /** The panel was closed. */',
        added:
          '  /** The panel was closed within a second. */\n  support_panel_glance: { screen: ScreenId };\n',
      },
      {
        file: 'src/contract/eventNames.ts',
        before: "  'support_panel_close',",
        added: "  'support_panel_glance',\n",
      },
      {
        file: 'src/analytics/trackPanel.ts',
        before: "      track('support_panel_close', {",
        added:
          "      if (Date.now() - openedAt < 1000) track('support_panel_glance', { screen });\n",
      },
    ],
  },
  {
    name: 'a locale',
    edits: [
      {
        file: 'src/i18n/locales/index.ts',
        before: "  ja: () => import('./ja.ts'),",
        added: "  it: () => import('./it.ts'),\n",
      },
      {
        file: 'src/i18n/locales/launcherLabel.ts',
        before: "  ja: '",
        added: "  it: 'Contatta l’assistenza',\n",
      },
    ],
  },
  {
    name: 'an option',
    edits: [
      {
        file: 'src/config.ts',
        before: '  /** Show the floating button.',
        added: '  /** Closing line of our sentences. Default: none. */\n  signature?: string;\n',
      },
      {
        file: 'src/configChecks.ts',
        before: '  launcher: isYesOrNo,',
        added: '  signature: isText,\n',
      },
      {
        file: 'src/configErrors.ts',
        before: '  launcher: yesOrNo,',
        added: "  signature: 'a text',\n",
      },
    ],
  },
  {
    name: 'a screen',
    edits: [
      {
        file: 'src/widgets/screens.ts',
        before: '\n/** All screens of the panel. */',
        added: "import { tips } from './tips/index.ts';\n",
      },
      { file: 'src/widgets/screens.ts', after: '  integration,\n', added: '  tips,\n' },
      {
        file: 'src/core/messenger.model.ts',
        after: "  'integration',\n",
        added: "  'tips',\n",
      },
    ],
  },
  {
    name: 'a sentence',
    edits: [
      {
        file: 'src/i18n/locales/en/home.ts',
        before: "  'suggestions.home':",
        added: "  'tips.title': 'Tips for your first campaign',\n",
      },
      ...locales.map((locale) => ({
        file: `src/i18n/locales/${locale}/panel.ts`,
        before: "  'error.kept':",
        added: `  'tips.title': 'Tips (${locale})',\n`,
      })),
    ],
  },
];

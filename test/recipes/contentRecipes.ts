import type { Recipe } from './recipe.ts';

const sentences = {
  en: ['Limited', '{name} limits our requests.'],
  es: ['Limitado', '{name} limita nuestras solicitudes.'],
  de: ['Begrenzt', '{name} begrenzt unsere Anfragen.'],
  fr: ['Limité', '{name} limite nos requêtes.'],
  pt: ['Limitado', '{name} limita nossas solicitações.'],
  ja: ['制限中', '{name}が要求を制限しています。'],
  ar: ['محدود', '{name} يحدّ من طلباتنا.'],
  he: ['מוגבל', '{name} מגביל את הבקשות שלנו.'],
};

/** Recipes for articles, search, and what the widget shows. */
export const contentRecipes: readonly Recipe[] = [
  {
    name: 'a state of integrations',
    edits: [
      {
        file: 'src/integrations/displayState.ts',
        before: "  'degraded',\n",
        added: "  'limited',\n",
      },
      {
        file: 'src/integrations/displayState.ts',
        before: "  if (isFailing) return 'down';",
        added: "  if (isFailing && error_type === 'rate_limit_error') return 'limited';\n",
      },
      {
        file: 'src/integrations/stateLook.ts',
        before: '  degraded: {',
        added: "  limited: { tone: 'amber', shape: 'triangle' },\n",
      },
      ...Object.entries(sentences).flatMap(([locale, [name, reason]]) => {
        const file = `src/i18n/locales/${locale}/status.ts`;
        return [
          { file, before: "  'state.degraded':", added: `  'state.limited': '${name}',\n` },
          { file, before: "  'reason.degraded':", added: `  'reason.limited': '${reason}',\n` },
        ];
      }),
      {
        file: 'src/widgets/StateAction.tsx',
        before: "  if (state === 'unknown' &&",
        added: "  if (state === 'limited') return null;\n",
      },
    ],
  },
  {
    name: 'a feature flag',
    edits: [
      {
        file: 'src/core/featureNames.ts',
        after: "  'integrationStatus',\n",
        added: "  'formSuggestions',\n",
      },
      {
        file: 'src/app/createContext.ts',
        after: "isSuggesting: () => features.isShown('kbSuggestions')",
        added: " && features.isShown('formSuggestions')",
      },
      {
        file: 'docs/analytics.md',
        after: 'Features are `supportButton`, ',
        added: '`formSuggestions`, ',
      },
    ],
  },
  {
    name: 'an article',
    edits: [
      {
        file: 'bench/relevance/queries.json',
        after: '[\n',
        added:
          '  { "query": "visit the office", "kind": "keywords", "locale": "en", "right": ["office-visits"] },\n',
      },
    ],
  },
  {
    name: 'a language of search',
    edits: [
      {
        file: 'src/relevance/language.ts',
        before: "  pt: () => import('./languages/pt.ts'),",
        added: "  it: () => import('./languages/it.ts'),\n",
      },
      { file: 'src/relevance/profile.ts', after: 'profileVersion = ', added: '1' },
    ],
  },
];

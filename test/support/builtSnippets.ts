import { codeFor, stacks } from '../../demo/builder/code.ts';
import { readSetup } from '../../demo/builder/setup.ts';
import type { Snippet } from './snippets.ts';

/** The form of the snippet builder with every choice made, and with only the required ones. */
const forms = [
  {
    apiKey: 'pk_live_a"b\'c\\',
    baseUrl: 'https://support.acme.example/v1/',
    email: 'help@acme.example',
    locale: 'es',
    theme: 'dark',
    position: 'start',
    x: '30',
    y: '40',
    healthDot: 'on',
    privacy: 'on',
    hasAccent: 'on',
    accent: '#0a7d55',
    'help-center': 'on',
    'status-summary': 'on',
  },
  { launcher: 'on' },
];

export const setups = forms.map((form) => readSetup(new Map(Object.entries(form))));

/** The code of the snippet builder for every stack. */
export const builtSnippets = (): Snippet[] =>
  setups.flatMap((setup) =>
    stacks.flatMap((stack, line) =>
      codeFor(stack, setup).map(({ language, code }) => ({
        page: 'demo/builder',
        line,
        language,
        code,
      })),
    ),
  );

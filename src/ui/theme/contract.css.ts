import { createGlobalThemeContract } from '@vanilla-extract/css';

const named = (_value: string | null, path: string[]) => `penguin-${path.join('-')}`;

/** Tokens that the launcher needs before other code has loaded. */
export const base = createGlobalThemeContract(
  {
    accent: null,
    'accent-hover': null,
    'accent-active': null,
    'on-accent': null,
    focus: null,
    tip: null,
    'on-tip': null,
    font: null,
    'shadow-launcher': null,
    'shadow-launcher-hover': null,
  },
  named,
);

/** All other tokens. They load with the panel or a placed widget. */
export const token = createGlobalThemeContract(
  {
    surface: null,
    text: null,
    'red-solid': null,
    sunken: null,
    hover: null,
    border: null,
    line: null,
    control: null,
    text2: null,
    text3: null,
    'accent-text': null,
    'accent-soft': null,
    mark: null,
    red: null,
    'red-soft': null,
    amber: null,
    'amber-soft': null,
    'amber-solid': null,
    green: null,
    'green-soft': null,
    'green-solid': null,
    blue: null,
    'blue-soft': null,
    'blue-solid': null,
    grey: null,
    'grey-soft': null,
    'grey-solid': null,
    shadow: null,
    'radius-panel': null,
    'radius-control': null,
    scheme: null,
  },
  named,
);

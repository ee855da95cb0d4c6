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
    hover: null,
    border: null,
    line: null,
    control: null,
    text2: null,
    text3: null,
    'accent-text': null,
    red: null,
    'red-soft': null,
    shadow: null,
    'radius-panel': null,
    'radius-control': null,
    scheme: null,
  },
  named,
);

/** Tokens of boxes and states, which no form shows at first. `extra.css.ts` has their values. */
export const extraContract = createGlobalThemeContract(
  {
    'red-solid': null,
    sunken: null,
    'accent-soft': null,
    mark: null,
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
  },
  named,
);

import { base, extraContract, token } from '../src/ui/theme/contract.css.ts';

/** Custom properties that a page can set on the widget's element. */
export const tokens: readonly string[] = [base, token, extraContract]
  .flatMap((contract) => Object.values(contract))
  .map((reference) => /^var\((--[\w-]+)\)$/.exec(reference)?.[1] ?? '')
  .sort();

/** Parts that a page can style with `::part()`, and where they are. */
export const parts: readonly (readonly [name: string, what: string])[] = [
  ['launcher', 'The floating button'],
  ['panel', 'The panel itself'],
  ['button', 'Every button with words'],
  ['icon-button', 'Buttons with an icon alone: back, close, copy'],
  ['field', 'Text fields, choices and checkboxes'],
  ['notice', 'What happened and what to do, above a form'],
  ['list', 'Lists of rows and requests'],
  ['chip', 'Links of the help center at home'],
  ['trigger', 'The button of the placed help center'],
  ['menu', 'The menu of the placed help center'],
];

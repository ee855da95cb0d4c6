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

/** Returns the value of a token where an element is, and its contrast to the surface if it is a color. */
export function measure(element: Element, name: string): { value: string; contrast: string } {
  const style = getComputedStyle(element);
  const value = style.getPropertyValue(name).trim();
  const [color, surface] = [value, style.getPropertyValue('--penguin-surface')].map(lightnessOf);
  if (color === undefined || surface === undefined) return { value, contrast: '' };
  const [low = 0, high = 0] = [color, surface].sort((a, b) => a - b);
  return { value, contrast: ((high + 0.05) / (low + 0.05)).toFixed(2) };
}

/** Returns the relative luminance of WCAG 2 for a hexadecimal color. */
function lightnessOf(color: string): number | undefined {
  const [, digits = ''] = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(color.trim()) ?? [];
  const whole = digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits;
  const parts = whole.match(/../g)?.map((part) => Number.parseInt(part, 16) / 255);
  if (!parts) return undefined;
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

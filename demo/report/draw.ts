import { make } from '../parts/make.ts';

/** Creates an SVG element. */
export function draw(
  tag: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: (Node | string)[]
): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/** Creates a collapsed table with the values of a drawing. */
export function tableOf(
  caption: string,
  heads: readonly [string, string],
  rows: readonly (readonly [string, string])[],
): HTMLElement {
  const scope = (value: 'row' | 'col') => ({ scope: value });
  const table = make(
    'table',
    { ariaLabel: caption },
    make('thead', {}, make('tr', {}, ...heads.map((head) => make('th', scope('col'), head)))),
    make(
      'tbody',
      {},
      ...rows.map(([name, value]) =>
        make('tr', {}, make('th', scope('row'), name), make('td', {}, value)),
      ),
    ),
  );
  const box = make('div', { className: 'scroll', tabIndex: 0, ariaLabel: caption }, table);
  box.setAttribute('role', 'region');
  return make('details', {}, make('summary', {}, 'Show as a table'), box);
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const plan = 'src/analytics/events.ts';
export const page = 'docs/events.md';

const introduction = `# Events

<!-- Made by \`npm run docs:events\` from ${plan}. -->

Each event also has a \`timestamp\` (ISO 8601). None carries what a person wrote, an address, or a query string.
`;

/**
 * Returns the page of the tracking plan, generated from its source: one row per event, with
 * comments unchanged.
 */
export function eventsPage() {
  const source = readFileSync(plan, 'utf8');
  const values = valuesOf(source);
  const rows = eventsOf(source).map(
    ({ name, comment, properties }) =>
      `| \`${name}\` | ${comment} | ${properties.map((one) => describe(one, values)).join('<br>')} |`,
  );
  return `${introduction}\n| event | when | properties |\n|---|---|---|\n${rows.join('\n')}\n`;
}

/** Returns the values of the types in the plan, including imported ones, as `'a' | 'b'` by name. */
function valuesOf(source) {
  const imports = [...source.matchAll(/^import type \{ (\w+) \} from '\.(.+)';/gm)];
  const own = [...source.matchAll(/^export type (\w+) =/gm)];
  return Object.fromEntries([
    ...own.map(([, name]) => [name, unionOf(name, source)]),
    ...imports.map(([, name, path]) => [
      name,
      unionOf(name, readFileSync(join('src/analytics', `.${path}`), 'utf8')),
    ]),
  ]);
}

/**
 * Reads the values of `type X = 'a' | 'b'`, `const X = z.enum(['a', 'b'])`, or `type X = (typeof
 * list)[number]`.
 */
function unionOf(name, source) {
  const [, list = name] = source.match(new RegExp(`type ${name} = \\(typeof (\\w+)\\)`)) ?? [];
  const [, values] =
    source.match(new RegExp(`const ${list} = (?:z\\.enum\\()?\\[([^\\]]+)\\]`)) ??
    source.match(new RegExp(`type ${name} =([^;]+);`)) ??
    [];
  if (values === undefined) throw new Error(`${plan}: what is ${name}?`);
  return values.match(/'\w[\w-]*'|\b[A-Z]\w+/g).join(' | ');
}

function eventsOf(source) {
  const body = source.slice(source.indexOf('export interface TrackingPlan {'));
  const event = / {2}\/\*\* (?<comment>.*) \*\/\n {2}(?<name>support_\w+): \{(?<inner>[^}]*)\};/g;
  return [...body.matchAll(event)].map(({ groups: { name, comment, inner } }) => ({
    name,
    comment,
    properties: [
      ...inner.matchAll(/(?:\/\*\* (?<note>.*?) \*\/\s*)?(?<key>\w+): (?<type>[^;}]+)(?:;|$)/g),
    ].map(({ groups }) => ({ ...groups, type: groups.type.trim() })),
  }));
}

function describe({ key, type, note }, values) {
  const known = (text) => text.replace(/\b[A-Z]\w+/g, (name) => values[name] ?? name);
  const shown = known(known(type)).replaceAll(' | ', ' \\| ').replaceAll("'", '`');
  return `\`${key}\`: ${shown}${note ? `. ${note}` : ''}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(page, eventsPage());
}

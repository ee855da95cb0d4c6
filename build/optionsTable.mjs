import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import ts from '@typescript/typescript6';

const sources = [
  ['src/config.ts', 'SupportConfig'],
  ['src/core/visitor.model.ts', 'Visitor'],
];
export const page = 'docs/options.md';

const introduction = `# Options

<!-- Made by \`npm run docs:options\` from ${sources.map(([path]) => path).join(' and ')}. -->

Options of \`createSupport\`, of \`SupportProvider\` in React, and of the script tag. All are optional. In the script tag each option is a \`data-*\` attribute: \`apiKey\` is \`data-api-key\`, and objects are JSON.

Change options at run time with \`support.configure(options)\`. These cannot be changed: \`apiKey\`, \`baseUrl\`, \`chunks\`, \`identity\`, \`analytics\`, \`posthog\`, \`flags\` and \`appVersion\`.
`;

/** Returns the ids of the default categories, in the order of the form. */
function categories() {
  const ids = /= \[(.*?)\]/s.exec(readFileSync('src/core/defaults.ts', 'utf8'))[1];
  return [...ids.matchAll(/'(\w+)'/g)].map(([, id]) => `\`${id}\``);
}

/** Returns the allowed values of options with a fixed set of values, by option. */
function choices() {
  const [, body] = /choices = \{(.*?)\n\};/s.exec(readFileSync('src/configChecks.ts', 'utf8'));
  return new Map(
    [...body.matchAll(/(\w+): \[(.*?)\]/gs)].map(([, option, values]) => [
      option,
      [...values.matchAll(/'(\w+)'/g)].map(([, value]) => `\`${value}\``),
    ]),
  );
}

const people = `## User and tenant

\`user\` and \`tenant\` accept the objects that your code has: plain objects, database rows with null and numbers, class instances with getters, a \`Map\`, an Immutable.js or MobX map, a Mongoose document, a Backbone model, or a \`ref\` or signal that contains one of these. Ids can also be big numbers, Decimals or ObjectIds. Dates can be a \`Date\`, a time in seconds or milliseconds, or a date of a library such as Day.js. A value that cannot be read counts as missing, for example \`NaN\`, an invalid date, \`[object Object]\` or an id that is an unfilled \`{{ template }}\`. The console says so once.
`;

const lists = `## Links, categories and fields

\`\`\`ts
createSupport({
  apiKey,
  links: [
    {
      name: 'Getting started',
      url: 'https://help.acme.example/start',
      category: 'self-service',
      icon: 'BookOpenIcon',
    },
  ],
  categories: [{ id: 'billing' }, { id: 'delivery', label: 'Delivery of mails' }],
  fields: [
    { id: 'domain', label: 'Your domain', type: 'text', required: false },
    {
      id: 'plan',
      label: 'Plan',
      type: 'select',
      required: true,
      options: [{ value: 'pro', label: 'Pro' }],
    },
  ],
});
\`\`\`

The \`category\` of a link is \`self-service\`, \`contact\`, \`learning\`, \`reference\` or \`information\`. Icons are \`BookOpenIcon\`, \`SupportIcon\`, \`PlayIcon\`, \`GlossaryIcon\` and \`ServiceIcon\`; any other name shows a neutral one. These categories of the form have a translated label: ${categories().join(', ')}. The \`type\` of a field is \`text\`, \`textarea\`, \`select\` or \`checkbox\`; \`options\` are those of a \`select\`. The [settings of an account](administration.md) with these names take the same JSON.
`;

const errors = `## Wrong options

A wrong option never throws into your application. It is reported as one \`ConfigurationError\` that names the option, the given value and the allowed values. The error is written to the console once and passed to \`onError\`; the option itself is ignored. A wrong \`consent\` counts as \`unknown\`. Without a valid \`apiKey\` and \`baseUrl\`, requests go by e-mail. \`configure\`, \`identify\`, \`setConsent\`, \`setTheme\`, \`setLocale\` and \`setIntegrations\` check their arguments in the same way.

Other mistakes are reported in the same way, once each and with the next step: an unknown method, event, language or integration, and these errors of the backend:

| \`code\` | meaning |
|---|---|
| \`INVALID_KEY\` | the backend does not know the key |
| \`ACCOUNT_CLOSED\` | the account of the key is closed |
| \`ORIGIN_NOT_ALLOWED\` | the key is not allowed on this origin |
| \`NETWORK\` | nothing answers at \`baseUrl\` |
| \`CONTRACT\`, \`HTTP_404\` | another server answers at \`baseUrl\` |
| \`NOT_FOUND\` | \`baseUrl\` is not the address of the API: it usually ends in \`/v1/\` |

To fail on wrong options, for example in a test, check them yourself. This needs no browser:

\`\`\`ts
import { checkConfig } from '@penguinmails/support-widget';

const [error] = checkConfig(config);
if (error) throw error;
\`\`\`
`;

/**
 * Returns the page of options, generated from their types: one row per option, with comments
 * unchanged.
 */
export function optionsPage() {
  const rows = sources.flatMap(([path, name]) => optionsOf(path, name));
  return `${introduction}\n| option | default | meaning |\n|---|---|---|\n${rows.join('\n')}\n\n${people}\n${lists}\n${errors}`;
}

/**
 * Returns a row for each member of an interface. The sentence with the default becomes a separate
 * column.
 */
function optionsOf(path, name) {
  const source = ts.createSourceFile(
    path,
    readFileSync(path, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found = source.statements.find(
    (one) => ts.isInterfaceDeclaration(one) && one.name.text === name,
  );
  return found.members.map((member) => {
    const option = member.name.getText();
    const comment = ts.getJSDocCommentsAndTags(member)[0]?.comment?.replace(/\s+/g, ' ');
    const [, meaning, fallback] = /^(.*?) ?Default:? (.*)\.$/.exec(comment ?? '') ?? [];
    if (meaning === undefined)
      throw new Error(`${path}: ${option} has no comment with its default.`);
    const values = choices().get(option);
    const text = values ? `${values.join(', ')}. ${meaning}` : meaning;
    return `| \`${option}\` | ${fallback} | ${text.replaceAll('|', '\\|')} |`;
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(page, optionsPage());
}

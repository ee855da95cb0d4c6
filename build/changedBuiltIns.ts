import type { Plugin } from 'vite';

type Rule = readonly [RegExp, string];

const runtimeRules: readonly Rule[] = [
  // Properties that a page has added to `Object.prototype` must not count as ours.
  [
    /for\s*\(\s*((?:(?:var|let|const)\s+)?[\w$]+)\s+in\s+([\w$.]+)\)/g,
    'for($1 of Object.keys(Object($2)))',
  ],
  // Inherited `get`, `value` or `set` properties must not become part of a property descriptor.
  [/\{\s*(configurable\s*:|get\s*[:(]|value\s*:\s*(?=function|.Module))/g, '{__proto__:null,$1'],
];

/** Browsers read options of calls including inherited properties, such as `body` or `once`. */
const ownRules: readonly Rule[] = [
  [
    /\b((?:fetch|addEventListener)\((?:[^(){}]|\([^(){}]*\))*,\s*\{)(?=\s*[\w.])/g,
    '$1 __proto__: null,',
  ],
];

/**
 * Makes our code and the bundler's helper use the original built-ins. MooTools, Prototype.js and
 * old pages may have changed them before the widget loads.
 */
export function changedBuiltIns(): Plugin {
  return {
    name: 'changed-built-ins',
    transform: {
      filter: { id: /rolldown\/runtime|\/src\// },
      handler: (code, id) => ({ code: withOwnProperties(code, id), map: null }),
    },
  };
}

/** Returns the code, changed to work with modified built-ins. */
const withOwnProperties = (code: string, id: string): string =>
  (/rolldown\/runtime/.test(id) ? runtimeRules : ownRules).reduce(
    (before, [found, safe]) => before.replace(found, safe),
    code,
  );

import type { Plugin } from 'vite';

type Rule = readonly [RegExp, string];

const runtimeRules: readonly Rule[] = [
  // Names that a page has given to `Object.prototype` are no properties of ours.
  [
    /for\s*\(\s*((?:(?:var|let|const)\s+)?[\w$]+)\s+in\s+([\w$.]+)\)/g,
    'for($1 of Object.keys(Object($2)))',
  ],
  // Nor is its `get`, `value` or `set` part of what is defined.
  [/\{\s*(configurable\s*:|get\s*[:(]|value\s*:\s*(?=function|.Module))/g, '{__proto__:null,$1'],
];

/** Browsers read options of calls with all that they inherit: a `body`, or `once`. */
const ownRules: readonly Rule[] = [
  [
    /\b((?:fetch|addEventListener)\((?:[^(){}]|\([^(){}]*\))*,\s*\{)(?=\s*[\w.])/g,
    '$1 __proto__: null,',
  ],
];

/**
 * Our code and the bundler's own helper take built-ins as they were made. MooTools,
 * Prototype.js and pages of that time have changed them before the widget comes.
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

/** The code, written to work where built-ins are changed. */
const withOwnProperties = (code: string, id: string): string =>
  (/rolldown\/runtime/.test(id) ? runtimeRules : ownRules).reduce(
    (before, [found, safe]) => before.replace(found, safe),
    code,
  );

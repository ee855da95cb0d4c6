import type { Plugin } from 'vite';

type Rule = readonly [RegExp, string];

/** Returns rules for calls and other reads of properties of the documents with these names. */
const rulesFor = (documents: string): readonly Rule[] => [
  [new RegExp(`${start}(${documents})\\??\\.(\\w+)\\(`, 'g'), 'Document.prototype.$2.call($1,'],
  [
    new RegExp(`${start}(${documents})\\.(\\w+)\\b(?!\\s*=[^=])`, 'g'),
    'Reflect.get(Document.prototype,"$2",$1)',
  ],
];

/** Does not match within a longer name or chain of names, but allows three dots before it. */
const start = String.raw`(?<![\w$]|[\w$)\]?]\.)`;

const ownRules = rulesFor('document');

const libraryRules: readonly Rule[] = [
  [
    /([\w$.]+(?:\(\w*\))?)\??\.(create(?:ElementNS|TextNode)|createElement(?=\("))\(/g,
    'Document.prototype.$2.call($1,',
  ],
  [
    /(?<![\w$.])((?:[\w$]+\.)*[\w$]+)\.documentElement\b/g,
    'Reflect.get(Document.prototype,"documentElement",$1)',
  ],
  ...rulesFor(
    String.raw`(?:[\w$]+\.)*(?:document|[\w$]*ownerDocument\d?|doc)|\(\w+\.ownerDocument \|\| \w+\)`,
  ),
];

/**
 * Makes the code read properties of documents from `Document.prototype`. A named element of the
 * page, such as `<img name=body>` or `<form name=querySelector>`, hides the document's own property
 * of that name.
 */
export function namedElements(): Plugin {
  return {
    name: 'named-elements',
    transform: {
      filter: { id: /\/src\/|node_modules\/(@floating-ui|modern-screenshot)\// },
      handler: (code, id) => ({ code: besideNamedElements(code, id), map: null }),
    },
  };
}

/**
 * Returns the code, changed to work with elements that are named like properties of documents.
 *
 * @throws Error if our own code reads them in a way that the rules do not change
 */
export function besideNamedElements(code: string, id: string): string {
  const isLibrary = id.includes('node_modules');
  if (!isLibrary && /\}\s*=\s*document\b(?!\.)/.test(code)) {
    throw new Error(`${id} takes document apart. Read each property as document.name.`);
  }
  return (isLibrary ? libraryRules : ownRules).reduce(
    (before, [found, safe]) => before.replace(found, safe),
    code,
  );
}

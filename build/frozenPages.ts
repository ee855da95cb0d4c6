import type { Plugin } from 'vite';

const assignment = /([\w$]+)\.prototype\.(valueOf|toString)\s*=\s*(function\s*\(\)\s*\{[^{}]*\})/g;

/**
 * On pages that freeze `Object.prototype` (SES sandboxes), assigning what it has already, such as
 * `Signal.prototype.valueOf = …`, throws. A definition does not. Only the script tag bundles its
 * libraries: from npm, signals come as the host's bundler finds them.
 */
export function frozenPages(): Plugin {
  return {
    name: 'frozen-pages',
    transform: {
      filter: { id: /node_modules\/@preact\/signals-core\// },
      handler(code) {
        const safe = code.replace(
          assignment,
          'Object.defineProperty($1.prototype,"$2",{__proto__:null,value:$3,configurable:true,writable:true})',
        );
        if (safe === code)
          throw new Error('signals-core is written differently: see frozenPages.ts');
        return { code: safe, map: null };
      },
    },
  };
}

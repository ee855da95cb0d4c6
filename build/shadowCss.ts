import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const registry = fileURLToPath(new URL('../src/ui/stylesheets.ts', import.meta.url));
const cssImport = /import\s*["']([^"']+\.css\.ts\.vanilla\.css)["'];?/g;

/**
 * Passes the CSS of every `*.css.ts` file as a string to the registry of shadow roots.
 *
 * vanilla-extract turns such a file into its class names and a bare import of a virtual CSS module.
 * This plugin runs after it and imports that module with `?inline` instead. So no CSS file,
 * `<link>` or `<style>` is created, and the CSS is part of the chunk that needs it. It depends on
 * vanilla-extract's naming of virtual modules: `test/unit/build/shadowCss.test.ts`. `names: false`
 * omits the name of each style sheet, for a registry that does not use it.
 */
export function shadowCss({ names = true } = {}): Plugin {
  return {
    name: 'shadow-css',
    enforce: 'post',
    transform: {
      filter: { id: /\.css\.ts(\?|$)/ },
      handler(code) {
        let count = 0;
        const rewritten = code.replace(cssImport, (_statement, source: string) => {
          const name = `shadowCss${count++}`;
          const id = names ? `, ${JSON.stringify(shortId(source))}` : '';
          return `import ${name} from ${JSON.stringify(`${source}?inline`)};\nregisterCss(${name}${id});`;
        });
        if (count === 0) return null;
        return {
          code: `import { registerCss } from ${JSON.stringify(registry)};\n${rewritten}`,
          map: null,
        };
      },
    },
  };
}

/**
 * Returns `Panel` for `…/shell/Panel.css.ts.vanilla.css`, so that the output contains no path of
 * the build machine.
 */
function shortId(source: string): string {
  const path = source.split('/src/').pop() ?? source;
  return path.replace('.css.ts.vanilla.css', '');
}

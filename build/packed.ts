import { minify } from 'terser';
import type { Plugin } from 'vite';
import { notices } from './vite.shared.ts';

const notice = /\/\*\*?\s*\*? ?@license ([\w-]+)[\s\S]*?\*\//g;

/** Returns the libraries whose notice is in the code. An icon library repeats it for each icon. */
const librariesIn = (code: string): string[] =>
  [...code.matchAll(notice)].map(([, name = '']) => name);

/**
 * Minifies the chunks once more after the bundler, which saves about two percent. One notice in the
 * entry chunk, which loads first, replaces those of the libraries. It names them and the file with
 * their licenses.
 */
export function packed(): Plugin {
  return {
    name: 'packed',
    generateBundle: {
      order: 'post',
      async handler({ format }, bundle) {
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
        const names = new Set(chunks.flatMap(({ code }) => librariesIn(code)));
        for (const chunk of chunks) {
          const hasNotice = chunk.isEntry && names.size > 0;
          const head = hasNotice ? `/*!${[...names]}: ${notices.fileName}*/` : '';
          const { code } = await minify(head + chunk.code.replace(notice, ''), {
            module: format === 'es',
            ecma: 2020,
            compress: { ecma: 2020, passes: 3 },
            format: { comments: /^!/ },
          });
          if (code) chunk.code = code;
        }
      },
    },
  };
}

import { minify } from 'terser';
import type { Plugin } from 'vite';

const notice = /\/\*\*?\s*\*? ?@license[\s\S]*?\*\//g;

/** Removes duplicate notices, because every icon of a library has the same notice. */
const withoutRepeats = (code: string): string => {
  const seen = new Set<string>();
  return code.replace(notice, (text) => {
    if (seen.has(text)) return '';
    seen.add(text);
    return text;
  });
};

/** Minifies the chunks once more after the bundler, which saves about two percent. */
export function packed(): Plugin {
  return {
    name: 'packed',
    generateBundle: {
      order: 'post',
      async handler({ format }, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue;
          const { code } = await minify(withoutRepeats(chunk.code), {
            module: format === 'es',
            ecma: 2020,
            compress: { ecma: 2020, passes: 3 },
            format: { comments: /@license/ },
          });
          if (code) chunk.code = code;
        }
      },
    },
  };
}

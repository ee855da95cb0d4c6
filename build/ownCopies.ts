import { isAbsolute } from 'node:path';
import type { Plugin } from 'vite';

/** Styles stay shared: one registry has them for all roots. */
const isStyle = (source: string) => /\.css|\/stylesheets/.test(source);

/**
 * Gives an entry its own copies of the modules that it shares with the app, so that neither waits
 * for a file of the other. Modules that it loads by `import()` stay shared.
 */
export function ownCopies(name: string, entry: RegExp): Plugin {
  const copy = `?own-${name}`;
  return {
    name: `own-copies-${name}`,
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const isOurs = importer && (entry.test(importer) || importer.endsWith(copy));
      // An alias has become the absolute path of a file by now.
      const isShared = isStyle(source) || !(source.startsWith('.') || isAbsolute(source));
      if (!isOurs || isShared || options.kind === 'dynamic-import') return null;
      const found = await this.resolve(source, importer.replace(copy, ''), {
        ...options,
        skipSelf: true,
      });
      return found && { ...found, id: found.id + copy };
    },
  };
}

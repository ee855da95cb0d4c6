import type { Plugin } from 'vite';

const copy = '?own';

/**
 * Gives the idle code its own copies of the small modules that it shares with the app, so that
 * neither waits for a file of the other. Modules that it loads by `import()` stay shared.
 */
export function ownCopies(entry: RegExp): Plugin {
  return {
    name: 'own-copies',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const isOurs = importer && (entry.test(importer) || importer.endsWith(copy));
      if (!isOurs || options.kind === 'dynamic-import' || !source.startsWith('.')) return null;
      const found = await this.resolve(source, importer.replace(copy, ''), {
        ...options,
        skipSelf: true,
      });
      return found && { ...found, id: found.id + copy };
    },
  };
}

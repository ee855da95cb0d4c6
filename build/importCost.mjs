import { build } from 'vite';

/** Single imports of an application, and names that they must not include in the bundle. */
const imports = {
  'import ValidationError': "export { ValidationError } from '@penguinmails/support-widget'",
  'import createSupport': "export { createSupport } from '@penguinmails/support-widget'",
  'import createSupportClient':
    "export { createSupportClient } from '@penguinmails/support-widget/client'",
  'import HelpCenter':
    "export { HelpCenter, SupportProvider } from '@penguinmails/support-widget/react'",
};

/** Returns the size of a production build for each of `imports`, before anything is opened. */
export async function importCosts(sizeOf) {
  const costs = [];
  for (const [what, code] of Object.entries(imports)) {
    const [{ output }] = await build({
      configFile: false,
      logLevel: 'error',
      plugins: [
        {
          name: 'application',
          resolveId: (id) => (id.endsWith('application') ? '\0application' : null),
          load: (id) => (id === '\0application' ? code : null),
        },
      ],
      build: {
        write: false,
        minify: true,
        // Built as a library, so that Vite adds no helper.
        lib: { entry: 'application', formats: ['es'] },
        rolldownOptions: {
          output: { minify: true },
          external: ['react', 'react/jsx-runtime', 'react-dom'],
        },
      },
    });
    const chunks = new Map(output.map((one) => [one.fileName, one]));
    const seen = new Set();
    const add = (name) => {
      if (seen.has(name) || !chunks.has(name)) return;
      seen.add(name);
      for (const next of chunks.get(name).imports ?? []) add(next);
    };
    for (const one of output) if (one.isEntry) add(one.fileName);
    const bytes = [...seen].reduce(
      (sum, name) => sum + sizeOf(Buffer.from(chunks.get(name).code)),
      0,
    );
    costs.push([what, bytes]);
  }
  return costs;
}

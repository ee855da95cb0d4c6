// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { shadowCss } from '../../../build/shadowCss.ts';

/** Runs the plugin like Vite does, only for files that match its filter. */
function transform(id: string, code: string, names = true): string | null {
  const { transform: hook } = shadowCss({ names });
  if (typeof hook !== 'object') throw new TypeError('The plugin has no transform with a filter.');
  const { filter, handler } = hook;
  const takes = filter && 'id' in filter ? filter.id : undefined;
  if (!(takes instanceof RegExp)) throw new TypeError('The filter is no pattern of file names.');
  if (!takes.test(id)) return null;
  const result: unknown = Reflect.apply(handler, undefined, [code, id]);
  return typeof result === 'object' && result !== null && 'code' in result
    ? String(result.code)
    : null;
}

const file = '/home/builder/repo/src/shell/Panel.css.ts';

describe('shadowCss', () => {
  it('registers the CSS of a css.ts file with a name that contains no path of the machine', () => {
    const code = transform(file, `import '${file}.vanilla.css';\nexport var panel = 'panel_x1';`);
    expect(code).toContain(`import shadowCss0 from "${file}.vanilla.css?inline";`);
    expect(code).toContain('registerCss(shadowCss0, "shell/Panel");');
    expect(code).toMatch(/^import \{ registerCss \} from ".*\/src\/ui\/stylesheets\.ts";/);
    expect(code).toContain("export var panel = 'panel_x1';");
    expect(code).not.toContain(`import '${file}.vanilla.css'`);
  });

  it('registers several in order, each with its own name', () => {
    const code = transform(
      file,
      `import "/r/src/ui/theme/base.css.ts.vanilla.css";import "${file}.vanilla.css";`,
    );
    expect(code?.match(/registerCss\(\w+, "[^"]+"\)/g)).toEqual([
      'registerCss(shadowCss0, "ui/theme/base")',
      'registerCss(shadowCss1, "shell/Panel")',
    ]);
  });

  it('omits the name for a registry that does not use it', () => {
    const code = transform(file, `import '${file}.vanilla.css';`, false);
    expect(code).toContain('registerCss(shadowCss0);');
  });

  it('does not change other files, and css.ts files without CSS', () => {
    expect(transform('/r/src/shell/Panel.tsx', `import "${file}.vanilla.css";`)).toBeNull();
    expect(transform(file, "export var panel = 'panel_x1';")).toBeNull();
  });
});

// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { launcher } from '../../../src/shell/launcher.css.ts';
import { adoptCss } from '../../../src/ui/stylesheets.ts';

// These modules were processed by the plugins of vite.config.ts: vanilla-extract's, then ours.
it('adds the CSS of a css.ts file to a shadow root, and nothing to the page', () => {
  const root = document.createElement('div').attachShadow({ mode: 'open' });
  const release = adoptCss(root);
  const rules = root.adoptedStyleSheets.flatMap((sheet) =>
    [...sheet.cssRules].map(({ cssText }) => cssText),
  );
  expect(rules.join('\n')).toContain(`.${launcher}`);
  expect(document.querySelectorAll('style, link')).toHaveLength(0);
  release();
  expect(root.adoptedStyleSheets).toEqual([]);
});

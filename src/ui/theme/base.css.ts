import './first.css.ts';
import { globalStyle } from '@vanilla-extract/css';
import { base } from './contract.css.ts';

/**
 * A customer can replace only the accent color, because its hover and active colors are derived
 * from it.
 */
const towards = (colour: string) => `color-mix(in srgb,${base.accent},${colour})`;

globalStyle(':host', {
  vars: {
    [base['accent-hover']]: towards('#000 8%'),
    [base['accent-active']]: towards('#000 16%'),
    [base.font]:
      'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans",sans-serif',
  },
});
globalStyle(':host([data-theme=dark])', {
  vars: {
    [base['accent-hover']]: towards('#fff 4%'),
    // On dark, the shadow of the button is too faint to justify the bytes on every page.
    [base['shadow-launcher']]: '0 0 0 1px #ffffff0f,0 2px 4px #00000059,0 8px 20px -2px #00000080',
  },
});

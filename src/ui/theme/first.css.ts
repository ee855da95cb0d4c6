import { globalStyle } from '@vanilla-extract/css';
import { base } from './contract.css.ts';

/*
 * The tokens that the floating button needs on every page. `base.css.ts` has the others of its
 * contract.
 */
globalStyle(':host', {
  vars: {
    [base.accent]: '#2c56c9',
    [base['on-accent']]: '#fff',
    [base.focus]: '#2c56c9',
    [base['shadow-launcher']]: '0 2px 4px #1620361a,0 8px 20px -2px #16203638',
  },
});
globalStyle(':host([data-theme=dark])', {
  vars: {
    [base.accent]: '#3c62d5',
    [base.focus]: '#8dadff',
  },
});
/* Required if the page has registered it as a property that is not inherited. */
globalStyle('*', { vars: { [base.accent]: 'inherit' } });

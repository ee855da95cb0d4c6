import { globalStyle } from '@vanilla-extract/css';
import { base } from '../ui/theme/contract.css.ts';

globalStyle(':host([data-placed])', {
  all: 'initial !important' as 'initial',
  display: 'inline-block !important',
  fontFamily: `${base.font} !important`,
});
globalStyle(':host([data-placed]:not([dir=rtl]))', { direction: 'ltr !important' as 'ltr' });
globalStyle(':host([data-placed][dir=rtl])', { direction: 'rtl !important' as 'rtl' });

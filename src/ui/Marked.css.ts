import { style } from '@vanilla-extract/css';
import { token } from './theme/contract.css.ts';

export const mark = style({ background: token.mark, color: 'inherit', borderRadius: 2 });

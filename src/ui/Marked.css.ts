import { style } from '@vanilla-extract/css';
import { extra } from './theme/extra.css.ts';

export const mark = style({ background: extra.mark, color: 'inherit', borderRadius: 2 });

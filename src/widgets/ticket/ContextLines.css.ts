import { style } from '@vanilla-extract/css';

export const exact = style({ padding: '6px 12px 10px' });

import { style } from '@vanilla-extract/css';

export const form = style({ display: 'contents' });
export const stack = style({ display: 'flex', flexDirection: 'column', gap: 8 });

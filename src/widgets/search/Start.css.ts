import { style } from '@vanilla-extract/css';

export const topics = style({ display: 'flex', flexDirection: 'column', gap: 6 });
export const articles = style({ margin: 0, padding: 0, listStyle: 'none' });

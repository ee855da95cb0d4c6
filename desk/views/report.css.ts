import { style } from '@vanilla-extract/css';
import { token } from '../../src/ui/theme/contract.css.ts';
import { text } from '../../src/ui/theme/text.ts';
import { narrow } from './frame.css.ts';

export const tiles = style({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(160px, 1fr))',
  gap: 12,
  margin: '16px 0',
});
export const tile = style({
  padding: 12,
  border: `1px solid ${token.border}`,
  borderRadius: token['radius-control'],
});
export const name = style({ ...text.meta, color: token.text3 });
export const value = style({ ...text.greeting, margin: 0 });
export const figure = style({ margin: '16px 0' });
export const caption = style({ ...text.secondary, marginBottom: 8, color: token.text2 });
export const chart = style({
  height: 120,
  padding: '4px 0 0',
  borderBottom: `1px solid ${token.border}`,
});
export const bars = style({ display: 'block', width: '100%', height: '100%' });
export const bar = style({ fill: token.control });
export const activeBar = style({ fill: token['accent-text'] });
/** On a phone, the cards have no table header above them. */
export const columnOfCard = style({
  display: 'none',
  color: token.text3,
  '@media': { [narrow]: { display: 'inline' } },
});
export const heading = style({ ...text.header, margin: '24px 0 0' });
export const more = style({ ...text.secondary, margin: '8px 0' });

import { globalStyle, style } from '@vanilla-extract/css';
import { token } from '../../src/ui/theme/contract.css.ts';
import { text } from '../../src/ui/theme/text.ts';

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
/** Names of rows, the drawing, and the scale below it. */
export const plot = style({
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr)',
  gap: '4px 0',
});
export const smallPlot = style([plot, { maxWidth: 400 }]);
export const sides = style({
  ...text.meta,
  display: 'grid',
  gridAutoRows: '1fr',
  alignItems: 'center',
  paddingTop: 4,
  color: token.text3,
});
globalStyle(`${sides} > span`, { paddingInlineEnd: 8 });
export const chart = style({
  height: 120,
  padding: '4px 0 0',
  borderBottom: `1px solid ${token.border}`,
});
export const bars = style({ display: 'block', width: '100%', height: '100%' });
export const bar = style({ fill: token.control });
export const activeBar = style({ fill: token['accent-text'] });
export const hour = style({ fill: token['accent-text'] });
export const activeHour = style([
  hour,
  { stroke: token.text, strokeWidth: 2, vectorEffect: 'non-scaling-stroke' },
]);
export const axis = style({
  ...text.meta,
  gridColumn: 2,
  display: 'flex',
  justifyContent: 'space-between',
  gap: 8,
  color: token.text3,
});
export const heading = style({ ...text.header, margin: '24px 0 4px' });
export const more = style({ ...text.secondary, margin: '8px 0' });
export const comments = style({ margin: '8px 0', padding: 0, listStyle: 'none' });
export const comment = style({
  ...text.secondary,
  padding: '8px 0',
  borderBottom: `1px solid ${token.border}`,
});
globalStyle(`${comment} > button`, {
  whiteSpace: 'normal',
  overflowWrap: 'anywhere',
  textAlign: 'start',
});
export const words = style({ margin: '4px 0 0', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' });

import { globalStyle, style } from '@vanilla-extract/css';
import { token } from '../../src/ui/theme/contract.css.ts';
import { text } from '../../src/ui/theme/text.ts';
import { narrow } from './frame.css.ts';

export const table = style({
  ...text.secondary,
  width: '100%',
  marginTop: 16,
  borderCollapse: 'collapse',
  // On a phone each row is a card.
  '@media': { [narrow]: { display: 'block' } },
});
/** On a phone only screen readers see it. */
export const tableHead = style({
  '@media': {
    [narrow]: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
  },
});
export const tableBody = style({ '@media': { [narrow]: { display: 'block' } } });
globalStyle(`${tableBody} > tr`, {
  '@media': {
    [narrow]: {
      display: 'block',
      padding: '8px 0',
      borderBottom: `1px solid ${token.border}`,
    },
  },
});
export const cell = style({
  padding: '8px 12px 8px 0',
  borderBottom: `1px solid ${token.border}`,
  textAlign: 'start',
  verticalAlign: 'top',
  overflowWrap: 'anywhere',
  '@media': {
    [narrow]: {
      display: 'grid',
      gridTemplateColumns: 'minmax(88px, 30%) minmax(0, 1fr)',
      gap: 8,
      padding: '4px 0',
      borderBottom: 0,
    },
  },
});
globalStyle(`${tableHead} ${cell}`, { whiteSpace: 'nowrap' });
/** The name of a row, which is the title of a card. */
export const rowHead = style({
  fontWeight: 500,
  '@media': { [narrow]: { display: 'block', fontWeight: 600 } },
});
/** The name of a column beside its value, in a card. */
export const columnOfCard = style({
  display: 'none',
  color: token.text3,
  '@media': { [narrow]: { display: 'block' } },
});
export const content = style({ minWidth: 0 });
/** Buttons that name what they change are as long as those names. */
globalStyle(`:is(${content}, ${rowHead}) button`, {
  '@media': { [narrow]: { whiteSpace: 'normal', overflowWrap: 'anywhere', textAlign: 'start' } },
});

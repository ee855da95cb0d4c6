import { style } from '@vanilla-extract/css';
import { extra } from '../ui/theme/extra.css.ts';
import { text } from '../ui/theme/text.ts';

export const passage = style({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)', // lets code and tables scroll
  gap: 8,
  padding: 12,
  borderRadius: 10,
  background: extra['accent-soft'],
});
export const heading = style({ ...text.header, overflowWrap: 'anywhere' });
/** At the end of the line above the results. Takes no space, so that nothing moves. */
export const offer = style({
  display: 'flex',
  alignItems: 'center',
  alignSelf: 'flex-end',
  height: 0,
  margin: '-25px 0 9px',
});

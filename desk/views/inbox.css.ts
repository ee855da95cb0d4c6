import { globalStyle, style } from '@vanilla-extract/css';
import { token } from '../../src/ui/theme/contract.css.ts';
import { extra } from '../../src/ui/theme/extra.css.ts';
import { text } from '../../src/ui/theme/text.ts';
import { cramped, medium, narrow } from './frame.css.ts';

export const inbox = style({
  display: 'grid',
  gridTemplateColumns: '340px minmax(0, 1fr)',
  minHeight: 0,
  minWidth: 0,
  '@media': { [narrow]: { gridTemplateColumns: '1fr' } },
});

export const list = style({
  display: 'flex',
  flexDirection: 'column',
  minHeight: 0,
  borderInlineEnd: `1px solid ${token.border}`,
  '@media': {
    [narrow]: { borderInlineEnd: 0 },
    // The fields above the list would take the whole height.
    [cramped]: { overflowY: 'auto' },
  },
});
/* On a phone, either the list or the request is visible. */
export const whenOpen = style({ '@media': { [narrow]: { display: 'none' } } });
export const tools = style({
  display: 'grid',
  gap: 8,
  padding: 12,
  borderBottom: `1px solid ${token.border}`,
});
export const panel = style({ display: 'grid', gap: 8 });
globalStyle(`${panel} > select`, {
  width: '100%',
  maxWidth: 'none',
  minHeight: 36,
  '@media': { '(pointer: coarse)': { minHeight: 44 } },
});
export const onPhone = style({ display: 'none', '@media': { [narrow]: { display: 'block' } } });
export const input = style({
  ...text.body,
  width: '100%',
  minHeight: 36,
  padding: '6px 10px',
  border: `1px solid ${token.control}`,
  borderRadius: token['radius-control'],
  background: token.surface,
  color: token.text,
  '@media': { '(pointer: coarse)': { minHeight: 44, fontSize: 16 } },
});
export const toggle = style([
  input,
  {
    flex: 'none',
    width: 'auto',
    cursor: 'pointer',
    selectors: { '&[aria-expanded=true]': { background: extra['accent-soft'] } },
  },
]);
export const rows = style({
  flex: 1,
  minHeight: 0,
  overflowY: 'auto',
  '@media': { [cramped]: { flex: 'none', overflowY: 'visible' } },
});
export const line = style({ display: 'flex', alignItems: 'center', gap: 8, minWidth: 0 });
export const detail = style({
  ...text.secondary,
  minWidth: 0,
  overflow: 'hidden',
  color: token.text3,
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
});
/** Shows two lines of the matching passage. */
export const time = style({ ...text.meta, flex: 'none', color: token.text3 });
export const empty = style({
  ...text.secondary,
  alignSelf: 'center',
  padding: 24,
  color: token.text3,
  textAlign: 'center',
});

export const main = style({ display: 'grid', minWidth: 0, minHeight: 0 });
export const request = style({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) 300px',
  gridTemplateRows: 'auto minmax(0, 1fr) auto',
  minHeight: 0,
  '@media': {
    [medium]: { gridTemplateColumns: '1fr', gridTemplateRows: 'auto minmax(0, 1fr) auto auto' },
    // The whole page scrolls.
    [cramped]: { gridTemplateRows: 'repeat(4, max-content)', overflowY: 'auto' },
  },
});
export const head = style({
  gridColumn: '1 / -1',
  display: 'grid',
  gap: 8,
  padding: '12px 16px',
  borderBottom: `1px solid ${token.border}`,
});
export const title = style({ ...text.title, margin: 0, overflowWrap: 'anywhere' });
export const controls = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 });
export const external = style({ ...text.secondary, color: token['accent-text'] });
export const select = style([
  input,
  { width: 'auto', maxWidth: 180, minHeight: 32, padding: '4px 8px' },
]);
export const messages = style({
  minHeight: 0,
  padding: 16,
  overflowY: 'auto',
  overflowWrap: 'anywhere',
  '@media': { [cramped]: { overflowY: 'visible' } },
});
export const note = style({
  padding: '8px 12px',
  borderRadius: token['radius-control'],
  background: extra['amber-soft'],
});
export const others = style({
  ...text.secondary,
  padding: '6px 10px',
  borderRadius: token['radius-control'],
  background: extra['amber-soft'],
  color: token.text,
});
export const system = style({
  ...text.meta,
  margin: '12px 0',
  color: token.text3,
  textAlign: 'center',
});
export const facts = style({
  gridRow: '2 / -1',
  gridColumn: 2,
  minHeight: 0,
  padding: 16,
  overflowY: 'auto',
  borderInlineStart: `1px solid ${token.border}`,
  '@media': {
    [medium]: {
      gridRow: 4,
      gridColumn: 1,
      maxHeight: '35dvh',
      borderInlineStart: 0,
      borderTop: `1px solid ${token.border}`,
    },
    [cramped]: { maxHeight: 'none' },
  },
});
export const fact = style({ marginBottom: 10, overflowWrap: 'anywhere' });
export const term = style({ ...text.meta, color: token.text3 });
export const section = style({ ...text.header, margin: '16px 0 8px' });
export const reply = style({
  display: 'grid',
  gap: 8,
  padding: '12px 16px',
  borderTop: `1px solid ${token.border}`,
});
export const noting = style({ background: extra['amber-soft'] });
export const writing = style([
  input,
  { minHeight: 76, maxHeight: '40dvh', resize: 'vertical', fieldSizing: 'content' },
]);
export const push = style({ marginInlineStart: 'auto' });
export const popover = style({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 8,
  maxHeight: '40dvh',
  padding: 12,
  overflowY: 'auto',
  border: `1px solid ${token.border}`,
  borderRadius: token['radius-control'],
  background: token.surface,
  boxShadow: token.shadow,
});
globalStyle(`${popover} li > button`, { whiteSpace: 'normal', textAlign: 'start' });

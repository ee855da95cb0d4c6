import { style } from '@vanilla-extract/css';
import { token } from '../../../src/ui/theme/contract.css.ts';
import { text } from '../../../src/ui/theme/text.ts';
import { medium, narrow } from '../../views/frame.css.ts';

export const head = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  marginBottom: 16,
});
export const title = style({ ...text.greeting, margin: 0, marginInlineEnd: 'auto' });
export const filters = style({
  display: 'grid',
  gridTemplateColumns: 'minmax(180px, 2fr) repeat(4, minmax(110px, 1fr))',
  alignItems: 'end',
  gap: 8,
  '@media': { [medium]: { gridTemplateColumns: '1fr 1fr' } },
});
export const tableBox = style({ overflowX: 'auto' });
export const count = style({ ...text.secondary, color: token.text3, margin: '12px 0 0' });
export const nameCell = style({ minWidth: 220 });
export const columns = style({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
  alignItems: 'start',
  gap: 24,
  '@media': { [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' } },
});
export const form = style({ display: 'grid', gap: 12, minWidth: 0 });
export const pair = style({
  display: 'grid',
  gridTemplateColumns: '1fr 1fr',
  gap: 12,
  '@media': { [narrow]: { gridTemplateColumns: '1fr' } },
});
export const source = style({
  ...text.secondary,
  width: '100%',
  minHeight: 420,
  padding: 12,
  border: `1px solid ${token.control}`,
  borderRadius: token['radius-control'],
  background: token.surface,
  color: token.text,
  fontFamily: 'ui-monospace, monospace',
  resize: 'vertical',
  '@media': { '(pointer: coarse)': { fontSize: 16 } },
});
export const pane = style({
  minWidth: 0,
  padding: 16,
  border: `1px solid ${token.border}`,
  borderRadius: token['radius-control'],
});
export const tabs = style({ display: 'flex', flexWrap: 'wrap', gap: 4, marginBottom: 12 });
export const shown = style({ ...text.title, margin: '0 0 12px', overflowWrap: 'anywhere' });
export const note = style({ ...text.secondary, margin: '0 0 12px', color: token.text2 });
export const bar = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'end',
  gap: 8,
  paddingTop: 12,
  borderTop: `1px solid ${token.border}`,
});
/* Stays visible, however long the text is. */
export const saveBar = style([
  bar,
  { position: 'sticky', insetBlockEnd: 0, paddingBlock: 12, background: token.surface },
]);
export const list = style({ display: 'grid', gap: 8, margin: 0, padding: 0, listStyle: 'none' });
export const item = style({
  ...text.secondary,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  overflowWrap: 'anywhere',
});
export const facts = style({
  ...text.secondary,
  display: 'grid',
  gridTemplateColumns: 'auto 1fr',
  gap: '4px 16px',
  margin: '0 0 16px',
});
export const fact = style({ margin: 0 });

import { globalStyle, style } from '@vanilla-extract/css';
import { base, token } from '../../src/ui/theme/contract.css.ts';
import { extra } from '../../src/ui/theme/extra.css.ts';
import { text } from '../../src/ui/theme/text.ts';

/** Shows one column at a time. */
export const narrow = '(max-width: 900px)';
/** There is not enough space for a conversation with its own scroll bar. */
export const cramped = '(max-width: 900px), (max-height: 560px)';
/** There is not enough space for the facts beside a conversation. */
export const medium = '(max-width: 1240px)';

export const frame = style({
  display: 'grid',
  gridTemplateColumns: '220px 1fr',
  height: '100dvh',
  background: token.surface,
  '@media': { [narrow]: { gridTemplateColumns: '1fr', gridTemplateRows: 'auto 1fr' } },
});

export const side = style({
  display: 'flex',
  flexDirection: 'column',
  gap: 16,
  minHeight: 0,
  padding: 16,
  overflowY: 'auto',
  background: extra.sunken,
  borderInlineEnd: `1px solid ${token.border}`,
  '@media': {
    [narrow]: {
      flexDirection: 'row',
      alignItems: 'center',
      gap: 4,
      padding: '8px 12px',
      borderInlineEnd: 0,
      borderBottom: `1px solid ${token.border}`,
      overflowX: 'auto',
      // A shadow at the edge behind which there is more. The first two layers scroll along and cover it.
      background: [
        `linear-gradient(90deg, ${extra.sunken} 40%, transparent) local 0 0 / 48px 100% no-repeat`,
        `linear-gradient(270deg, ${extra.sunken} 40%, transparent) local 100% 0 / 48px 100% no-repeat`,
        `linear-gradient(90deg, ${token.control}, transparent) 0 0 / 8px 100% no-repeat`,
        `linear-gradient(270deg, ${token.control}, transparent) 100% 0 / 8px 100% no-repeat`,
        extra.sunken,
      ].join(', '),
    },
  },
});
export const account = style({
  ...text.header,
  margin: 0,
  paddingInline: 8,
  overflowWrap: 'anywhere',
  '@media': { [narrow]: { flex: 'none', maxWidth: 140 } },
});
export const links = style({
  display: 'flex',
  flexDirection: 'column',
  gap: 2,
  '@media': { [narrow]: { flexDirection: 'row' } },
});
export const link = style({
  ...text.secondary,
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 32,
  padding: '0 8px',
  border: '1px solid transparent',
  borderRadius: 6,
  background: 'none',
  color: token.text2,
  fontWeight: 500,
  textAlign: 'start',
  whiteSpace: 'nowrap',
  cursor: 'pointer',
  selectors: {
    '&:hover': { background: token.hover },
    '&[aria-current=page], &[aria-pressed=true]': {
      background: extra['accent-soft'],
      color: token['accent-text'],
    },
  },
  '@media': { '(pointer: coarse)': { minHeight: 44 } },
});
export const named = style({ minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' });
export const count = style({ ...text.meta, marginInlineStart: 'auto', color: token.text3 });
export const foot = style({
  ...text.meta,
  display: 'flex',
  flexDirection: 'column',
  gap: 8,
  marginTop: 'auto',
  color: token.text3,
  '@media': { [narrow]: { flexDirection: 'row', marginTop: 0, marginInlineStart: 'auto' } },
});
export const me = style({
  paddingInline: 8,
  overflowWrap: 'anywhere',
  '@media': { [narrow]: { display: 'none' } },
});
export const wide = style({ '@media': { [narrow]: { display: 'none' } } });

export const page = style({
  minWidth: 0,
  minHeight: 0,
  padding: 24,
  overflow: 'auto',
  '@media': { [narrow]: { padding: 16 } },
});
/* It has no specificity, so that a component can choose another distance. */
globalStyle(`:where(${page} > * + *)`, { marginTop: 12 });
export const pageTitle = style({ ...text.greeting, margin: 0, marginBottom: 16 });
export const row = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 });
export const form = style([row, { alignItems: 'end' }]);
globalStyle(`${form} > :not(button)`, { '@media': { [narrow]: { flex: '1 1 140px' } } });
export const fields = style({
  display: 'grid',
  gap: 12,
  maxWidth: 640,
  margin: '12px 0 16px',
});
/** The result of a form. */
export const result = style({ display: 'grid', gap: 8, marginTop: 16, overflowWrap: 'anywhere' });
/** Preserves line breaks. */
export const lines = style({ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' });
export const muted = style({ ...text.secondary, color: token.text3 });
export const onlyRead = style({
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
});
export const changes = style({ display: 'grid', gap: 4 });
/** A time stays on its line. */
export const whole = style({ whiteSpace: 'nowrap' });
export const problem = style({
  ...text.secondary,
  padding: '8px 12px',
  borderRadius: token['radius-control'],
  background: token['red-soft'],
  color: token.red,
});
export const toast = style([
  problem,
  {
    position: 'fixed',
    insetBlockEnd: 16,
    insetInline: 16,
    width: 'fit-content',
    maxWidth: 480,
    margin: '0 auto',
    border: `1px solid ${token.red}`,
  },
]);
export const signPage = style({ minHeight: '100dvh', background: token.surface });
export const sign = style({
  display: 'grid',
  gap: 16,
  maxWidth: 400,
  margin: '0 auto',
  padding: '20vh 24px 24px',
});
export const brand = style({
  width: 40,
  height: 40,
  display: 'grid',
  placeItems: 'center',
  borderRadius: 12,
  background: base.accent,
  color: base['on-accent'],
});

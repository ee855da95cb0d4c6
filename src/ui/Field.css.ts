import { style } from '@vanilla-extract/css';
import { base, token } from './theme/contract.css.ts';
import { phone, text } from './theme/text.ts';

export const field = style({ display: 'flex', flexDirection: 'column', gap: 6 });
export const label = style({ ...text.secondary, fontWeight: 500 });
export const mark = style({
  ...text.meta,
  marginInlineStart: 4,
  fontWeight: 400,
  color: token.text3,
});
export const hint = style({ ...text.meta, color: token.text3 });
export const problem = style({ ...text.secondary, color: token.red });

export const control = style({
  ...text.input,
  letterSpacing: '-.011em',
  display: 'block',
  width: '100%',
  minHeight: 40,
  padding: '7px 12px',
  border: `1px solid ${token.control}`,
  borderRadius: token['radius-control'],
  background: token.surface,
  color: token.text,
  selectors: {
    '&:focus': {
      outline: '2px solid transparent',
      borderColor: base.accent,
      boxShadow: `0 0 0 1px ${base.accent}`,
    },
    '&[aria-invalid=true]': { borderColor: token.red },
    '&[aria-invalid=true]:focus': { boxShadow: `0 0 0 1px ${token.red}` },
    'textarea&': { minHeight: 88, maxHeight: 320, resize: 'vertical', fieldSizing: 'content' },
    'select&': { appearance: 'none', paddingInlineEnd: 36, textOverflow: 'ellipsis' },
  },
  '@media': { [phone]: { minHeight: 48, paddingBlock: 11 } },
});

export const select = style({ position: 'relative' });
export const chevron = style({
  position: 'absolute',
  insetBlock: 0,
  insetInlineEnd: 12,
  display: 'grid',
  alignItems: 'center',
  color: token.text3,
  pointerEvents: 'none',
});

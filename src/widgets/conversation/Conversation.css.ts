import { style } from '@vanilla-extract/css';
import { base, token } from '../../ui/theme/contract.css.ts';
import { extra } from '../../ui/theme/extra.css.ts';
import { text } from '../../ui/theme/text.ts';

export const head = style({
  flex: 'none',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: '4px 8px',
  padding: '10px 16px',
  borderBottom: `1px solid ${token.border}`,
});
export const facts = style({
  ...text.secondary,
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  color: token.text2,
});
export const subject = style({ ...text.title, flexBasis: '100%', overflowWrap: 'anywhere' });

export const reply = style({
  border: `1px solid ${token.control}`,
  borderRadius: token['radius-control'],
  selectors: {
    '&:focus-within': { borderColor: base.accent, boxShadow: `0 0 0 1px ${base.accent}` },
  },
});
export const replyField = style({
  ...text.input,
  display: 'block',
  width: '100%',
  minHeight: 40,
  maxHeight: 160,
  padding: '8px 12px',
  border: 0,
  background: 'none',
  resize: 'none',
  fieldSizing: 'content',
  selectors: {
    '&:focus-visible': { outline: '2px solid transparent' },
    '&::placeholder': { color: token.text3, opacity: 1 },
  },
});
export const files = style({ padding: '0 8px' });
export const over = style({ borderColor: base.accent, background: extra['accent-soft'] });
export const space = style({ flex: 1 });
export const replyBar = style({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'flex-end',
  gap: 8,
  padding: '0 8px 8px',
});

export const rating = style({
  display: 'flex',
  flexDirection: 'column',
  gap: 12,
  padding: '14px 14px 6px',
  border: `1px solid ${token.border}`,
  borderRadius: 10,
});
export const question = style({ ...text.header });
export const hint = style({ ...text.secondary, color: token.text2 });

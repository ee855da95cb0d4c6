import { style, styleVariants } from '@vanilla-extract/css';
import { base, token } from './theme/contract.css.ts';
import { forcedColors, phone, text } from './theme/text.ts';

export const button = style({
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  gap: 8,
  minHeight: 36,
  padding: '0 14px',
  border: '1px solid transparent',
  borderRadius: token['radius-control'],
  background: 'none',
  fontWeight: 500,
  whiteSpace: 'nowrap',
  textDecoration: 'none',
  cursor: 'pointer',
  transition: 'background-color 120ms, border-color 120ms',
  selectors: { '&[aria-disabled=true]': { opacity: 0.6, cursor: 'default' } },
  '@media': { [forcedColors]: { borderColor: 'ButtonBorder' } },
});

export const size = styleVariants({
  standard: { '@media': { [phone]: { minHeight: 44 } } },
  large: { minHeight: 40, width: '100%', '@media': { [phone]: { minHeight: 48, fontSize: 16 } } },
  small: {
    ...text.secondary,
    minHeight: 28,
    padding: '0 10px',
    borderRadius: 6,
    gap: 6,
    '@media': { [phone]: { minHeight: 44 } },
  },
});

/* Must come after the sizes, because a link has no padding at any size. */
export const variant = styleVariants({
  primary: {
    background: base.accent,
    color: base['on-accent'],
    ':hover': { background: base['accent-hover'] },
    ':active': { background: base['accent-active'] },
  },
  secondary: {
    background: token.surface,
    borderColor: token.line,
    color: token.text,
    ':hover': { background: token.hover },
  },
  ghost: {
    padding: '0 10px',
    color: token.text2,
    ':hover': { background: token.hover },
  },
  link: { minHeight: 24, padding: 0, color: token['accent-text'] },
});

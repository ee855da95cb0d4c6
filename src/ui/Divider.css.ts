import { style } from '@vanilla-extract/css';
import { token } from './theme/contract.css.ts';
import { text } from './theme/text.ts';

const line = { content: '""', flex: 1, minWidth: 16, height: 1, background: token.border } as const;

export const divider = style({
  ...text.meta,
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  marginTop: '16px !important',
  color: token.text3,
  textAlign: 'center',
  selectors: { '&::before': line, '&::after': line },
});

import { style } from '@vanilla-extract/css';
import { token } from '../../src/ui/theme/contract.css.ts';
import { extra } from '../../src/ui/theme/extra.css.ts';
import { text } from '../../src/ui/theme/text.ts';
import { line } from './inbox.css.ts';

export const row = style({
  position: 'relative',
  display: 'grid',
  gap: 2,
  width: '100%',
  padding: '12px 16px',
  border: 0,
  borderBottom: `1px solid ${token.border}`,
  background: 'none',
  textAlign: 'start',
  cursor: 'pointer',
  selectors: {
    '&:hover': { background: token.hover },
    '&[aria-current=true]': { background: extra['accent-soft'] },
    '&:focus-visible': { outlineOffset: -2 },
  },
});
export const subject = style({
  flex: 1,
  minWidth: 0,
  overflow: 'hidden',
  fontWeight: 500,
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
});
export const unread = style({ fontWeight: 700 });
export const dot = style({
  flex: 'none',
  width: 8,
  height: 8,
  borderRadius: '50%',
  background: token['accent-text'],
});
export const passage = style({
  ...text.secondary,
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 2,
  minWidth: 0,
  overflow: 'hidden',
  color: token.text2,
  overflowWrap: 'anywhere',
});
export const tags = style([line, { flexWrap: 'wrap', rowGap: 4 }]);
export const late = style({ color: token.red });

import { style } from '@vanilla-extract/css';
import { token } from '../ui/theme/contract.css.ts';
import { text } from '../ui/theme/text.ts';

export const badge = style({
  ...text.meta,
  position: 'absolute',
  top: -4,
  insetInlineEnd: -4,
  minWidth: 20,
  padding: '2px 6px',
  borderRadius: 10,
  background: token['red-solid'],
  color: '#fff',
  fontWeight: 600,
  textAlign: 'center',
  pointerEvents: 'none',
  selectors: { '&[hidden]': { display: 'none' } },
});

import { style } from '@vanilla-extract/css';
import { token } from '../../ui/theme/contract.css.ts';

/** Takes no space, so that nothing moves when it appears. */
export const newer = style({
  position: 'sticky',
  bottom: 0,
  display: 'flex',
  alignItems: 'flex-end',
  alignSelf: 'center',
  height: 0,
  marginTop: -16,
});
export const raised = style({ borderRadius: 6, boxShadow: token.shadow });

import { globalStyle, style } from '@vanilla-extract/css';
import { token } from '../ui/theme/contract.css.ts';
import { extra } from '../ui/theme/extra.css.ts';
import { text } from '../ui/theme/text.ts';

/* As for the button: the important rules of a host win over every rule of the page. */
globalStyle(':host([data-debug])', {
  all: 'initial !important' as 'initial',
  position: 'fixed !important' as 'fixed',
  inset: 'auto auto 0 0 !important',
});
globalStyle(':host([data-debug])::backdrop', { display: 'none !important' as 'none' });

/* On the left: the button stands on the right. */
export const findings = style({
  position: 'fixed',
  left: 16,
  bottom: 16,
  width: 'min(400px, calc(100vw - 32px))',
  maxHeight: 'calc(100dvh - 32px)',
  padding: 16,
  overflow: 'auto',
  overflowWrap: 'anywhere',
  border: `1px solid ${token.border}`,
  borderRadius: token['radius-panel'],
  background: token.surface,
  boxShadow: token.shadow,
  '@media': {
    print: { display: 'none' },
    // Above the button.
    '(max-width: 520px)': { bottom: 96, maxHeight: 'calc(100dvh - 112px)' },
  },
});

export const title = style({ ...text.title, marginBottom: 8 });

export const list = style({ display: 'grid', gap: 12 });

export const code = style({ color: token.text2, fontWeight: 600 });

export const fine = style({ color: extra.green });

export const actions = style({ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 16 });

export const button = style({
  minHeight: 28,
  padding: '0 12px',
  border: `1px solid ${token.control}`,
  borderRadius: token['radius-control'],
  background: 'none',
  cursor: 'pointer',
});

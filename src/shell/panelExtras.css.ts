import { globalStyle } from '@vanilla-extract/css';
import { token } from '../ui/theme/contract.css.ts';
import { root } from '../ui/theme/root.css.ts';
import { text } from '../ui/theme/text.ts';

const panel = `:host([data-side]) > .${root} > dialog`;

/*
 * The closing motion of the panel. It is in the chunk of the launcher's tooltip, because the form
 * opens without it.
 */
globalStyle(`${panel}:not([open])`, {
  '@media': {
    '(prefers-reduced-motion: no-preference)': {
      opacity: 0,
      transform: 'translateY(8px)',
      pointerEvents: 'none',
      transition:
        'opacity 140ms, transform 140ms, overlay 140ms allow-discrete, display 140ms allow-discrete',
    },
  },
});

/*
 * Follows the font size that the reader has set in the browser: `all: initial` gives it to the host
 * element. Sheets and low windows have no space for it, and follow the zoom of the browser.
 */
globalStyle(`:host([data-side]) > .${root}`, {
  '@media': {
    '(min-width: 601px) and (min-height: 640px)': { zoom: 'min(1em / 16px, 1.5)' },
  },
});

/* Breaks Japanese lines between phrases. */
globalStyle(`.${root}`, { wordBreak: 'auto-phrase' });

/* Shows the key that opens the search, where there is a keyboard. */
globalStyle(`${panel} [aria-keyshortcuts]::after`, {
  '@media': {
    '(hover: hover) and (pointer: fine)': {
      content: 'attr(aria-keyshortcuts) / ""',
      ...text.meta,
      marginInlineStart: 'auto',
      padding: '1px 7px',
      border: `1px solid ${token.border}`,
      borderRadius: 4,
    },
  },
});

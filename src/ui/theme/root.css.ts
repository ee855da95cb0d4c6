import './base.css.ts';
import './full.css.ts';
import { globalStyle, style } from '@vanilla-extract/css';
import { base, token } from './contract.css.ts';
import { text } from './text.ts';

/** The text styles inside a shadow root, and a reset of browser styles. */
export const root = style({
  ...text.body,
  color: token.text,
  fontFamily: base.font,
  fontWeight: 400,
  letterSpacing: '-.005em',
  textAlign: 'start',
  WebkitFontSmoothing: 'antialiased',
  colorScheme: token.scheme,
  selectors: { ':host([dir=rtl]) &': { letterSpacing: 0 } },
});

/* It has no specificity, so that one class of a component overrides it. */
globalStyle(`:where(${root}, ${root} *)`, { boxSizing: 'border-box' });
globalStyle(`:where(${root} :is(h2, h3, p, ul, dl, dd))`, {
  margin: 0,
  padding: 0,
  listStyle: 'none',
});
globalStyle(`:where(${root} :is(button, input, textarea, select))`, {
  margin: 0,
  font: 'inherit',
  letterSpacing: 'inherit',
  color: 'inherit',
});
/* Aligns a name in another script like the others. */
globalStyle(`:where(${root} bdi)`, {
  // Chromium and Safari support the first name.
  textAlign: ['-webkit-match-parent', 'match-parent'],
});
globalStyle(`:where(${root} :focus-visible)`, {
  outline: `2px solid ${base.focus}`,
  outlineOffset: 2,
});

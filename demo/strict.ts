import css from './dashboard.css?inline';

// The policy of this page lets no style sheet load, not even its own: adopted sheets are not loaded.
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets = [sheet];

import css from './dashboard.css?inline';

// The policy of this page allows no style sheet to load, not even its own. Adopted sheets are not
// loaded.
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets = [sheet];

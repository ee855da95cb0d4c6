/** The style sheet of the help center. It follows the reader's light or dark mode and text size. */
export const helpStyle = `
:root { color-scheme: light dark; --text: #16181d; --quiet: #5b6270; --line: #dfe3ea; --ground: #fff; --soft: #f5f6f9; --link: #3538cd; }
@media (prefers-color-scheme: dark) {
  :root { --text: #eceef3; --quiet: #a2a9b8; --line: #2f3442; --ground: #14161c; --soft: #1d2029; --link: #a4b1ff; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1rem 4rem; background: var(--ground); color: var(--text); font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere; word-break: auto-phrase; }
a { color: var(--link); text-underline-offset: 0.2em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 4px; }
header { display: flex; flex-wrap: wrap; gap: 0.75rem 1.5rem; align-items: center; justify-content: space-between; padding-block-end: 1rem; border-block-end: 1px solid var(--line); }
header > a { font-weight: 600; color: inherit; text-decoration: none; }
form { display: flex; gap: 0.5rem; }
input, button { font: inherit; padding: 0.4rem 0.75rem; border: 1px solid var(--quiet); border-radius: 0.5rem; background: var(--ground); color: inherit; min-width: 0; }
button { background: var(--text); color: var(--ground); border-color: var(--text); cursor: pointer; }
h1 { font-size: 1.75rem; line-height: 1.25; margin-block: 2rem 0.5rem; }
h2 { font-size: 1.25rem; margin-block: 2rem 0.5rem; }
h3 { font-size: 1.05rem; margin-block: 1.5rem 0.25rem; }
h4 { font-size: 1rem; margin-block: 1.25rem 0.25rem; }
.quiet, footer { color: var(--quiet); font-size: 0.9rem; }
.articles { list-style: none; padding: 0; }
.articles li { padding-block: 0.5rem; border-block-end: 1px solid var(--line); }
.articles p { margin: 0; color: var(--quiet); font-size: 0.9rem; }
img { max-width: 100%; height: auto; border: 1px solid var(--line); border-radius: 0.5rem; }
pre, .callout, blockquote { background: var(--soft); border-radius: 0.5rem; padding: 0.75rem 1rem; margin-inline: 0; }
pre { overflow-x: auto; }
code { font-family: ui-monospace, monospace; font-size: 0.9em; }
.callout { border-inline-start: 4px solid var(--link); }
.callout > strong { display: block; }
.callout[data-tone="warning"] { border-color: #b54708; }
.callout[data-tone="danger"] { border-color: #d92d20; }
.callout[data-tone="tip"] { border-color: #067647; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: 0.4rem 0.75rem 0.4rem 0; border-block-end: 1px solid var(--line); overflow-wrap: normal; }
footer { margin-block-start: 3rem; display: flex; flex-wrap: wrap; gap: 1rem; }
`;

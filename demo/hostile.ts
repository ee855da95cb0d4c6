/**
 * Applies everything that pages have been seen to do to their scripts, all at once. Runs before the
 * widget. Nothing here targets the widget by name.
 */

// Prototype.js up to 1.6 turned every list into a string of JSON.
Object.defineProperty(Array.prototype, 'toJSON', {
  value(this: unknown[]) {
    return `[${this.join(',')}]`;
  },
});

// Pages in a sandbox (SES) freeze what is built in: an assignment that would hide it throws.
for (const builtIn of [Object, Array, Function, String, Number, Promise, Map, Set, Date, Error]) {
  Object.freeze(builtIn);
  Object.freeze(builtIn.prototype);
}

// Shortcuts of the page that keep every key to themselves.
let keys = 0;
document.addEventListener(
  'keydown',
  (event) => {
    event.stopPropagation();
    const counter = document.querySelector('#keys');
    if (counter) counter.textContent = `Keys that reached the page: ${++keys}`;
  },
  true,
);
document.addEventListener('keyup', (event) => event.preventDefault());

// A focus trap that takes every other element for the outside.
const search = document.querySelector<HTMLInputElement>('input[name=search]');
document.addEventListener('focusin', (event) => {
  if (event.target !== search) search?.focus();
});

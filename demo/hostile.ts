/**
 * Applies all modifications that pages are known to make to built-ins, all at once. It runs before
 * the widget. Nothing here targets the widget by name.
 */

// Prototype.js up to 1.6 turned every list into a JSON string.
Object.defineProperty(Array.prototype, 'toJSON', {
  value(this: unknown[]) {
    return `[${this.join(',')}]`;
  },
});

// Sandboxed pages (SES) freeze built-ins: an assignment that would hide one throws.
for (const builtIn of [Object, Array, Function, String, Number, Promise, Map, Set, Date, Error]) {
  Object.freeze(builtIn);
  Object.freeze(builtIn.prototype);
}

// Shortcuts of the page that stop every key event.
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

// A focus trap that treats all other elements as outside.
const search = document.querySelector<HTMLInputElement>('input[name=search]');
document.addEventListener('focusin', (event) => {
  if (event.target !== search) search?.focus();
});

import type { SupportConfig } from '../../src/index.ts';
import { element, make } from '../parts/make.ts';
import { command, loadWidget } from '../parts/widget.ts';
import { type CodeFile, codeFor, onAccent, type Stack, stacks } from './code.ts';
import { policyFor } from './policy.ts';
import { readSetup, type Setup } from './setup.ts';

const form = element<HTMLFormElement>('#options');
const colors = new CSSStyleSheet();
document.adoptedStyleSheets.push(colors);
let stack: Stack = 'Script tag';

element('#stacks').append(
  ...stacks.map((name) => {
    const radio = make('input', { type: 'radio', name: 'stack', checked: name === stack });
    radio.addEventListener('change', () => {
      stack = name;
      showCode();
    });
    return make('label', {}, radio, name);
  }),
);
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', showCode);
// The widget starts again when a choice is finished, not with every key.
form.addEventListener('change', showWidget);
showCode();
loadWidget();
showWidget();

function setup(): Setup {
  const values = [...new FormData(form)].map(([name, value]) => [name, String(value)] as const);
  return readSetup(new Map(values));
}

/** Returns the options for this page, which has its own key and backend. */
function previewed(config: SupportConfig): SupportConfig {
  return { ...config, apiKey: 'pk_test_demo', baseUrl: '/v1/' };
}

function showWidget(): void {
  const { config, accent, elements } = setup();
  const on = accent === undefined ? '' : onAccent(accent);
  colors.replaceSync(
    accent === undefined
      ? ''
      : `penguin-support, penguin-help-center, penguin-status-summary { --penguin-accent: ${accent}; --penguin-on-accent: ${on}; }`,
  );
  command('destroy');
  command('init', previewed(config));
  element('#placed').replaceChildren(
    ...[...elements].map((name) => document.createElement(`penguin-${name}`)),
  );
}

function showCode(): void {
  const chosen = setup();
  element('#code').replaceChildren(...codeFor(stack, chosen).map(fileView));
  element('#policy').textContent = policyFor(stack, chosen).join(';\n');
}

function fileView({ name, code }: CodeFile): HTMLElement {
  const copy = make('button', { type: 'button', textContent: 'Copy' });
  copy.addEventListener('click', () => void copyCode(name, code));
  return make(
    'div',
    { className: 'file' },
    make('header', {}, make('h3', { textContent: name }), copy),
    make('pre', {}, make('code', { textContent: code })),
  );
}

async function copyCode(name: string, code: string): Promise<void> {
  const message = await navigator.clipboard.writeText(code).then(
    () => `${name}: copied.`,
    () => 'The browser does not allow copying here. Select the code and copy it.',
  );
  element('#copied').textContent = message;
}

import { render } from 'preact';
import { adoptCss } from '../src/ui/stylesheets.ts';
import '../src/ui/theme/full.css.ts';
import '../src/ui/theme/base.css.ts';
import { root as rootClass } from '../src/ui/theme/root.css.ts';
import { createSession } from './model/session.model.ts';
import { App } from './views/App.tsx';

/** Renders the desk in a shadow root, where the styles of the widget apply. */
function start(host: HTMLElement): void {
  const root = host.attachShadow({ mode: 'open' });
  adoptCss(root);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => {
    host.dataset.theme = dark.matches ? 'dark' : 'light';
  };
  dark.addEventListener('change', follow);
  follow();
  const inner = document.createElement('div');
  inner.className = rootClass;
  root.append(inner);
  render(<App session={createSession()} />, inner);
}

const host = document.getElementById('desk');
if (host) start(host);

import { createSupport } from '@penguinmails/support-widget';
import { defineElements } from '@penguinmails/support-widget/elements';
import { HelpCenter, SupportProvider, useSupport } from '@penguinmails/support-widget/react';
import { render, screen, waitFor } from '@testing-library/react';
import { createElement, useEffect, useState } from 'react';

const config = { apiKey: 'pk_test_demo', baseUrl: 'http://127.0.0.1:9/v1/' };

/** Resolves when the widget is ready: its code has loaded and its elements are placed. */
function Ready() {
  const support = useSupport();
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    support?.ready.then(() => setReady(true));
  }, [support]);
  return isReady && createElement('p', null, 'ready');
}

/** The host's own component test: the widget must neither throw nor hide its children. */
export async function renderDashboard() {
  const app = createElement('h1', null, 'Dashboard');
  const { unmount } = render(
    createElement(
      SupportProvider,
      { config },
      createElement(HelpCenter),
      createElement(Ready),
      app,
    ),
  );
  await waitFor(() => screen.getByText('ready'));
  const heading = screen.getByRole('heading', { name: 'Dashboard' });
  unmount();
  return heading.textContent;
}

/** A page without React. Returns the page's content after the widget has ended. */
export async function startWidget() {
  const before = document.body.innerHTML;
  const support = createSupport(config);
  const element = document.createElement('div');
  const placed = document.createElement('penguin-help-center');
  document.body.append(element, placed);
  const undefine = defineElements(support);
  const unplace = support.place('helpCenter', element);
  support.identify({ user: { id: 'u1', email: 'ada@acme.example' } });
  await support.ready;
  unplace();
  undefine();
  support.destroy();
  element.remove();
  placed.remove();
  return document.body.innerHTML.replace(before, '');
}

/** Records everything that is written to the console from here on. */
export function watchConsole() {
  const lines = [];
  for (const level of ['log', 'info', 'warn', 'error', 'debug']) {
    console[level] = (...values) => lines.push(values.map(String).join(' '));
  }
  return lines;
}

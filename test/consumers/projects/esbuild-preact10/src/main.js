import { createSupport } from '@penguinmails/support-widget';
import { defineElements } from '@penguinmails/support-widget/elements';
import { h, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';

defineElements(
  createSupport({
    apiKey: 'pk_test_demo',
    baseUrl: '/v1/',
    user: { id: 'user_ada', name: 'Ada Lovelace', email: 'ada@northwind.example' },
  }),
);

function App() {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return h('main', { 'data-ready': ready }, [
    h('penguin-help-center'),
    h('penguin-status-badge', { integration: 'hubspot', variant: 'full' }),
    h('label', { for: 'question' }, 'Question'),
    h('textarea', { id: 'question' }),
    h('penguin-kb-suggestions', { for: 'question' }),
  ]);
}

render(h(App), document.getElementById('root'));

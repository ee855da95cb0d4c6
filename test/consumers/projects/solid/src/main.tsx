import { createSupport } from '@penguinmails/support-widget';
import { defineElements, type PenguinElementProps } from '@penguinmails/support-widget/elements';
import { createSignal } from 'solid-js';
import { render } from 'solid-js/web';

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends PenguinElementProps {}
  }
}

defineElements(
  createSupport({
    apiKey: 'pk_test_demo',
    baseUrl: '/v1/',
    user: { id: 'user_ada', name: 'Ada Lovelace', email: 'ada@northwind.example' },
  }),
);

function App() {
  const [field, setField] = createSignal<HTMLTextAreaElement | null>(null);
  return (
    <>
      <penguin-help-center />
      <penguin-status-badge integration="hubspot" variant="full" />
      <label>
        Question <textarea ref={setField} />
      </label>
      <penguin-kb-suggestions for={field()} />
    </>
  );
}

const root = document.getElementById('root');
if (root) render(() => <App />, root);

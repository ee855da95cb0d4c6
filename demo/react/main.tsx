/** @jsxImportSource react */
import {
  HelpCenter,
  SupportButton,
  SupportProvider,
  useSupport,
} from '@penguinmails/support-widget/react';
import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

const config = {
  apiKey: 'pk_test_demo',
  baseUrl: '/v1/',
  user: { id: 'user_ada', name: 'Ada Lovelace', email: 'ada@northwind.example' },
  tenant: { id: 'org_northwind', name: 'Northwind', plan: 'Professional' },
};

function App() {
  return (
    <SupportProvider config={config}>
      <header>
        <h1>React</h1>
        <HelpCenter />
      </header>
      <p>The provider, the help menu and the button are React components of the npm package.</p>
      <section className="try" aria-label="Try it">
        <h2>Try it</h2>
        <ul>
          <li>Press the button: the line below it names each event that the page receives.</li>
        </ul>
      </section>
      <p>
        <SupportButton />
      </p>
      <LastEvent />
    </SupportProvider>
  );
}

/** The last event that the page received from the widget. */
function LastEvent() {
  const support = useSupport();
  const [name, setName] = useState('none yet');
  useEffect(() => support?.on('*', (event) => setName(event.name)), [support]);
  return <p>Last event: {name}</p>;
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

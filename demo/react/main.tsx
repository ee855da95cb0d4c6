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
      <aside>
        <strong>PenguinMails</strong>
        <nav>
          <a href="/">Dashboard</a>
          <a href="/no-backend.html">Without a backend</a>
          <a href="/strict.html">Strict security policy</a>
          <a href="/hostile.html">Hostile page</a>
          <a href="/mailbox">Mailbox</a>
        </nav>
      </aside>
      <main>
        <header>
          <h1>React</h1>
          <HelpCenter />
        </header>
        <p>
          <SupportButton />
        </p>
        <LastEvent />
      </main>
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

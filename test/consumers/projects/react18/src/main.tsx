import {
  HelpCenter,
  StatusBadge,
  SupportProvider,
  useSupport,
} from '@penguinmails/support-widget/react';
import { StrictMode, useEffect, useRef } from 'react';
import { createRoot } from 'react-dom/client';

const config = {
  apiKey: 'pk_test_demo',
  baseUrl: '/v1/',
  user: { id: 'user_ada', name: 'Ada Lovelace', email: 'ada@northwind.example' },
};

function Question() {
  const support = useSupport();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (support && field.current) return support.attachSuggestions(field.current);
  }, [support]);
  return (
    <label>
      Question
      <textarea ref={field} />
    </label>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <SupportProvider config={config}>
        <HelpCenter />
        <StatusBadge integration="hubspot" variant="full" />
        <Question />
      </SupportProvider>
    </StrictMode>,
  );
}

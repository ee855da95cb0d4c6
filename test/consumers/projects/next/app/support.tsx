'use client';

import { HelpCenter, StatusBadge, SupportProvider } from '@penguinmails/support-widget/react';
import type { ReactNode } from 'react';

const config = {
  apiKey: 'pk_test_demo',
  baseUrl: '/v1/',
  user: { id: 'user_ada', name: 'Ada Lovelace', email: 'ada@northwind.example' },
};

export function Support({ children }: { children: ReactNode }) {
  return (
    <SupportProvider config={config}>
      <HelpCenter />
      <StatusBadge integration="hubspot" variant="full" />
      {children}
    </SupportProvider>
  );
}

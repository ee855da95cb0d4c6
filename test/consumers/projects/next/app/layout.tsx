import type { ReactNode } from 'react';
import { Support } from './support';

export const metadata = { title: 'Next.js', icons: { icon: 'data:,' } };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <Support>{children}</Support>
      </body>
    </html>
  );
}

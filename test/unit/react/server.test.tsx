// @vitest-environment node
/** @jsxImportSource react */
import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { createSupport } from '../../../src/index.ts';
import {
  HelpCenter,
  SupportButton,
  SupportProvider,
  useSupport,
} from '../../../src/react/index.tsx';

it('renders the children on the server without a DOM', () => {
  expect(typeof document).toBe('undefined');
  const seen: unknown[] = [];
  function Child() {
    seen.push(useSupport());
    return <p>Dashboard</p>;
  }
  const html = renderToString(
    <SupportProvider config={{ apiKey: 'pk_test_1' }}>
      <Child />
      <HelpCenter />
      <SupportButton />
    </SupportProvider>,
  );
  expect(html).toBe('<p>Dashboard</p><span></span><span></span>');
  expect(seen).toEqual([null]);
});

it('explains where createSupport has to be called', () => {
  expect(() => createSupport({ apiKey: 'pk_test_1' })).toThrow('Call createSupport in the browser');
});

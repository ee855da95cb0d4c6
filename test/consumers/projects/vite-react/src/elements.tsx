/** The custom elements in JSX; only type-checked. */
import { useRef } from 'react';

export function Elements() {
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <>
      <penguin-help-center for="menu" hideContact className="help" />
      <penguin-support-button />
      <penguin-kb-suggestions for={field.current} />
      <penguin-status-badge integration="hubspot" variant="full" />
      {/* @ts-expect-error no such variant */}
      <penguin-status-badge integration="hubspot" variant="huge" />
      <penguin-status-summary />
    </>
  );
}

import { type ComponentChildren, toChildArray } from 'preact';

/** Several states of a component, one below the other. */
export function Stack({ children }: { children: ComponentChildren }) {
  return (
    <div style="display:grid;gap:16px">
      {toChildArray(children).map((child, index) => (
        <div key={index}>{child}</div>
      ))}
    </div>
  );
}

import { type ComponentChildren, toChildArray } from 'preact';

/** States of a piece under each other. */
export function Stack({ children }: { children: ComponentChildren }) {
  return (
    <div style="display:grid;gap:16px">
      {toChildArray(children).map((child, index) => (
        <div key={index}>{child}</div>
      ))}
    </div>
  );
}

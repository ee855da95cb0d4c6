import type { Meta, StoryObj } from '@storybook/preact-vite';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { expect } from 'storybook/test';
import { root } from '../src/ui/theme/root.css.ts';
import { text } from '../src/ui/theme/text.ts';
import { inHost } from './find.ts';
import { measure, parts, tokens } from './tokens.ts';

const meta: Meta = { title: 'Tokens and parts', tags: ['!autodocs'] };
export default meta;

/** Values come from the shadow host, so the table shows those of the selected theme and accent. */
export const Tokens: StoryObj = {
  render: () => (
    <table style="width:100%;border-collapse:collapse">
      <caption>Custom properties, set on the widget's element</caption>
      <thead>
        <tr>
          <th scope="col">Token</th>
          <th scope="col">Looks</th>
          <th scope="col">Value</th>
          <th scope="col">On surface</th>
        </tr>
      </thead>
      <tbody>
        {tokens.map((name) => (
          <TokenRow key={name} name={name} />
        ))}
      </tbody>
    </table>
  ),
  async play({ canvasElement }) {
    const host = inHost(canvasElement);
    const row = host.getByRole('row', { name: /--penguin-text2/ });
    await expect(row).toHaveTextContent(/#475062.*8\.10|#b7bfcd.*9\.60/);
  },
};
export const TokensDark: StoryObj = { ...Tokens, globals: { theme: 'dark' } };

export const Types: StoryObj = {
  render: () => (
    <>
      {Object.entries(text).map(([name, style]) => (
        <p key={name} style={{ ...style, marginBottom: '8px' }}>
          {name}: {style.fontSize} px on {style.lineHeight}
        </p>
      ))}
    </>
  ),
};

export const Parts: StoryObj = {
  render: () => (
    <dl class={root}>
      {parts.map(([name, what]) => (
        <>
          <dt>
            <code>::part({name})</code>
          </dt>
          <dd style="margin-bottom:8px">{what}</dd>
        </>
      ))}
    </dl>
  ),
};

function TokenRow({ name }: { name: string }) {
  const row = useRef<HTMLTableRowElement>(null);
  const [measured, setMeasured] = useState({ value: '', contrast: '' });
  useLayoutEffect(() => {
    if (row.current) setMeasured(measure(row.current, name));
  }, [name]);
  return (
    <tr ref={row}>
      <td>
        <code>{name}</code>
      </td>
      <td>
        <Sample name={name} />
      </td>
      <td>
        <code style="overflow-wrap:anywhere">{measured.value}</code>
      </td>
      <td>{measured.contrast}</td>
    </tr>
  );
}

function Sample({ name }: { name: string }) {
  const value = `var(${name})`;
  const frame = 'display:block;width:96px;height:24px;';
  if (/shadow/.test(name)) return <span style={`${frame}box-shadow:${value}`} />;
  if (/radius/.test(name)) {
    return <span style={`${frame}border:1px solid currentcolor;border-radius:${value}`} />;
  }
  if (/font|mono/.test(name)) return <span style={`font-family:${value}`}>PM-1042</span>;
  return <span style={`${frame}background:${value};border:1px solid var(--penguin-border)`} />;
}

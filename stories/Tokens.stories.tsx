import type { Meta, StoryObj } from '@storybook/preact-vite';
import { expect } from 'storybook/test';
import { root } from '../src/ui/theme/root.css.ts';
import { text } from '../src/ui/theme/text.ts';
import { inHost } from './find.ts';
import { parts, tokens } from './tokens.ts';

const meta: Meta = { title: 'Tokens and parts', tags: ['!autodocs'] };
export default meta;

/** Values come from the shadow host, so the table shows those of the selected theme. */
export const Tokens: StoryObj = {
  render: () => (
    <table style="width:100%;border-collapse:collapse">
      <caption>Custom properties, set on the widget's element</caption>
      <thead>
        <tr>
          <th scope="col">Token</th>
          <th scope="col">Looks</th>
        </tr>
      </thead>
      <tbody>
        {tokens.map((name) => (
          <tr key={name}>
            <td>
              <code>{name}</code>
            </td>
            <td>
              <Sample name={name} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  ),
  async play({ canvasElement }) {
    await expect(inHost(canvasElement).getByText('--penguin-accent')).toBeVisible();
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

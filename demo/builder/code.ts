import type { SupportConfig } from '../../src/index.ts';
import { componentOf, type Setup } from './setup.ts';

/** A file that a developer adds to a page or an application. */
export interface CodeFile {
  /** The path of the file, or the place for the code. */
  name: string;
  language: 'html' | 'ts' | 'tsx' | 'vue' | 'css';
  code: string;
}

/** Ways to install the widget, in the order of the tabs. */
export const stacks = ['Script tag', 'npm', 'React', 'Next.js', 'Vue'] as const;
export type Stack = (typeof stacks)[number];

/** Returns the files that install the widget as it was set up. */
export function codeFor(stack: Stack, setup: Setup): CodeFile[] {
  return [installs[stack](setup), ...style(setup)];
}

const script = 'https://your.site/embed/support.js';
const widget = '@penguinmails/support-widget';

const installs: Readonly<Record<Stack, (setup: Setup) => CodeFile>> = {
  'Script tag': ({ config, elements }) => ({
    name: 'Every page',
    language: 'html',
    code: [
      `<script async src="${script}"${attributes(config)}></script>`,
      ...[...elements].map((name) => `<penguin-${name}></penguin-${name}>`),
    ].join('\n'),
  }),
  npm: ({ config, elements }) => ({
    name: 'support.ts',
    language: 'ts',
    code:
      elements.size === 0
        ? `import { createSupport } from '${widget}';\n\nexport const support = createSupport(${literal(config)});`
        : [
            `import { createSupport } from '${widget}';`,
            `import { defineElements } from '${widget}/elements';`,
            `\nexport const support = createSupport(${literal(config)});`,
            'defineElements(support);',
            '\n// In the HTML of the page:',
            ...[...elements].map((name) => `// <penguin-${name}></penguin-${name}>`),
          ].join('\n'),
  }),
  React: (setup) => ({ name: 'Support.tsx', language: 'tsx', code: react(setup) }),
  'Next.js': (setup) => ({
    name: 'app/support.tsx, around the children of app/layout.tsx',
    language: 'tsx',
    code: `'use client';\n\n${react(setup)}`,
  }),
  Vue: ({ config, elements }) => {
    const components = [...elements].map((name) => componentOf[name]);
    return {
      name: 'Support.vue',
      language: 'vue',
      code: [
        '<script setup lang="ts">',
        `import { ${[...components, 'SupportProvider'].join(', ')} } from '${widget}/vue';`,
        `\nconst config = ${literal(config)};`,
        '</script>',
        '\n<template>',
        '  <SupportProvider :config="config">',
        ...components.map((name) => `    <${name} />`),
        '    <slot />',
        '  </SupportProvider>',
        '</template>',
      ].join('\n'),
    };
  },
};

function react({ config, elements }: Setup): string {
  const components = [...elements].map((name) => componentOf[name]);
  return [
    `import { ${[...components, 'SupportProvider'].join(', ')} } from '${widget}/react';`,
    "import type { ReactNode } from 'react';",
    `\nconst config = ${literal(config)} as const;`,
    '\nexport function Support({ children }: { children: ReactNode }) {',
    '  return (',
    '    <SupportProvider config={config}>',
    ...components.map((name) => `      <${name} />`),
    '      {children}',
    '    </SupportProvider>',
    '  );',
    '}',
  ].join('\n');
}

function style({ accent }: Setup): CodeFile[] {
  if (accent === undefined) return [];
  const hosts = ['penguin-support', 'penguin-help-center', 'penguin-status-summary'].join(', ');
  const rule = `${hosts} {\n  --penguin-accent: ${accent};\n  --penguin-on-accent: ${onAccent(accent)};\n}`;
  return [{ name: 'A style sheet of the page', language: 'css', code: rule }];
}

/**
 * Returns black or white, whichever has the higher contrast on a color. The border is the luminance
 * at which both have the same contrast by WCAG 2.2: (1.05 · 0.05) ** 0.5 − 0.05.
 */
export function onAccent(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#ffffff';
}

/** Returns the options as attributes of the script tag. */
function attributes(config: SupportConfig): string {
  return Object.entries(config)
    .map(([name, value]) => {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      const attribute = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      return `\n  data-${attribute}="${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
    })
    .join('');
}

/** Returns the options as an object literal. */
function literal(config: SupportConfig): string {
  const lines = Object.entries(config).map(([name, value]) => `  ${name}: ${textOf(value)},`);
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n}`;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') {
    const quoted = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
    // `</script>` would end the script of a Vue file.
    return `'${quoted.replaceAll('</', '<\\/')}'`;
  }
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = Object.entries(value).map(([name, field]) => `${name}: ${textOf(field)}`);
  return `{ ${fields.join(', ')} }`;
}

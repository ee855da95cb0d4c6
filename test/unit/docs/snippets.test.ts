import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { typescript } from '../../../build/typescript.mjs';
import { builtSnippets } from '../../support/builtSnippets.ts';
import { casesOf, named, pages, type Snippet, snippets } from '../../support/snippets.ts';

/** Files of projects that have their own tests. */
const projects = 'test/consumers/projects';
const projectFiles = new Set(
  readdirSync(projects, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('node_modules'))
    .map((file) => readFileSync(join(projects, file), 'utf8')),
);

/** `identity.test.ts` runs the examples of signing. */
const isCode = ({ page, language, code }: Snippet) =>
  (['ts', 'tsx', 'vue'].includes(language) && !projectFiles.has(code)) ||
  (language === 'js' && page !== 'docs/identity.md');

/** Declares the values that a reader's application has. */
const surroundings = `
import type { TrackedName } from '@penguinmails/support-server/contract';
import type { Support, SupportConfig } from '@penguinmails/support-widget';
declare global {
  const support: Support;
  const createSupport: typeof import('@penguinmails/support-widget').createSupport;
  const config: SupportConfig;
  const options: SupportConfig & { apiKey: string; baseUrl: string };
  const apiKey: string;
  const baseUrl: string;
  const body: unknown;
  const stored: unknown;
  const currentUser: { id: string; name: string; email: string };
  const user: { id: string; name: string; email: string };
  const company: { id: string; name: string; plan: string };
  const eventsOfOneVisitor: { event: TrackedName; timestamp: string }[];
}
`;

const modules = `
declare module '@/lib/signVisitor' {
  export function signVisitor(user: unknown, company: unknown): string;
}
declare module '@/lib/session' {
  export function currentSession(): Promise<{ user: unknown; company: unknown } | null>;
}
`;

/** Settings of a reader's application. */
const compilerOptions = {
  target: 'es2022',
  module: 'esnext',
  moduleResolution: 'bundler',
  lib: ['es2023', 'dom', 'dom.iterable', 'esnext.disposable'],
  types: ['node', 'vite/client'],
  jsx: 'react-jsx',
  jsxImportSource: 'react',
  strict: true,
  allowJs: true,
  checkJs: true,
  skipLibCheck: true,
  noEmit: true,
  allowImportingTsExtensions: true,
  resolveJsonModule: true,
  paths: {
    '@penguinmails/support-widget': [resolve('src/index.ts')],
    '@penguinmails/support-widget/react': [resolve('src/react/index.tsx')],
    '@penguinmails/support-widget/analytics/posthog': [resolve('src/analytics/posthog.ts')],
    '@penguinmails/support-widget/*': [resolve('src/*/index.ts')],
    '@penguinmails/support-server': [resolve('server/index.ts')],
    '@penguinmails/support-server/contract': [resolve('src/contract/index.ts')],
  },
};

/**
 * Compiles snippets as modules of a reader's application. Returns the errors of each snippet that
 * has one.
 */
function errorsIn(all: readonly Snippet[]): Record<string, string[]> {
  // Inside of this folder, so that the packages are found.
  mkdirSync('test-results', { recursive: true });
  const folder = mkdtempSync(resolve('test-results/snippets-'));
  try {
    const files = new Map(
      all.map((snippet, index) => {
        const end = { js: 'mjs', vue: 'ts' }[snippet.language] ?? snippet.language;
        return [`snippet${index}.${end}`, snippet];
      }),
    );
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
    for (const [name, snippet] of files) write(name, `${moduleOf(snippet)}\nexport {};\n`);
    write('surroundings.d.ts', surroundings);
    write('modules.d.ts', modules);
    write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['./*'] }));
    const { stdout } = spawnSync(
      process.execPath,
      [...typescript, '--pretty', 'false', '-p', folder],
      { encoding: 'utf8' },
    );
    const errors: Record<string, string[]> = {};
    for (const line of stdout.split('\n')) {
      // The files of the widget, which are for Preact, are checked with their own settings.
      const [, name, message] = /([\w.]+)\(\d+,\d+\): (error .*)/.exec(line) ?? [];
      const snippet = name && files.get(name);
      if (snippet) errors[named(snippet)] = [...(errors[named(snippet)] ?? []), message ?? ''];
      else if (/^error |^\S*(surroundings|modules)\.d\.ts\(/.test(line)) errors[line] = [line];
    }
    return errors;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Returns the code of a snippet. For a Vue component: its script, with the components of its
 * template as values.
 */
function moduleOf({ language, code }: Snippet): string {
  if (language !== 'vue') return code;
  const [, script = ''] = /<script[^>]*>(.*?)<\/script>/s.exec(code) ?? [];
  const used = [...code.matchAll(/<([A-Z]\w+)/g)].map(([, name]) => name);
  return `${script}\nexport const used = [${used.join()}];`;
}

describe('snippets of the documentation', () => {
  it('are in languages that a test checks', () => {
    const read = new Set(['ts', 'tsx', 'js', 'vue', 'json', 'sh', 'html', 'css', 'md']);
    // `identity.test.ts` runs the examples of signing, `conformance.test.ts` makes the report.
    const inPage: Readonly<Record<string, readonly string[]>> = {
      'docs/identity.md': ['python', 'php', 'ruby'],
      'docs/conformance.md': ['text'],
    };
    const unread = snippets.filter(
      ({ page, language }) => !read.has(language) && !inPage[page]?.includes(language),
    );
    expect(unread.map(named)).toEqual([]);
  });

  it('name their language', () => {
    for (const page of pages) {
      const fences = readFileSync(page, 'utf8').match(/^ *```.*$/gm) ?? [];
      const openings = fences.filter((_fence, index) => index % 2 === 0);
      expect([page, openings.filter((fence) => fence.trim() === '```')]).toEqual([page, []]);
    }
  });

  it('compile', () => {
    const code = [...snippets, ...builtSnippets()].filter(isCode);
    expect(code.length).toBeGreaterThan(12);
    expect(errorsIn(code)).toEqual({});
  }, 120_000); // a compiler on a busy machine

  it.each(casesOf('json'))('%s is JSON', (_name, snippet) => {
    expect(() => JSON.parse(snippet.code)).not.toThrow();
  });
});

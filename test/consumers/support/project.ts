import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../../../build/run.mjs';

const projects = fileURLToPath(new URL('../projects/', import.meta.url));

interface Manifest {
  scripts?: Record<string, string>;
  /**
   * Server of the project: a file to run with Node.js on `$PORT` or `{port}`. Default: `dist/` is
   * served.
   */
  consumer?: { start?: string[]; dev?: string[] };
}

/**
 * A copy of one of `projects/` outside of this repository, where only its own packages are found.
 */
export interface Project {
  folder: string;
  manifest: Manifest;
  /** Installs its dependencies and the tarballs. Returns npm's output. Rejects if npm fails. */
  install(...tarballs: (string | undefined)[]): Promise<string>;
  /** Runs one of its scripts, if it exists. Returns the output. Rejects if it fails. */
  script(name: string): Promise<string>;
  /** Starts its own server. */
  start(port: number, command: 'start' | 'dev'): ChildProcess | undefined;
  remove(): void;
}

/** Without variables that npm has set for this test run. */
const environment = {
  ...Object.fromEntries(
    Object.keys(process.env)
      .filter((name) => /^npm_|^INIT_CWD$|^NODE_/i.test(name))
      .map((name) => [name, undefined]),
  ),
  NEXT_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  NG_CLI_ANALYTICS: 'false',
  WRANGLER_SEND_METRICS: 'false',
};

/**
 * `into`: a project whose folder receives the files and overwrites existing ones. They use its
 * installed packages.
 */
export function copyProject(name: string, into?: Project): Project {
  const folder = into?.folder ?? mkdtempSync(join(tmpdir(), `support-consumer-${name}-`));
  cpSync(join(projects, name), folder, { recursive: true });
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

  async function npm(...args: string[]): Promise<string> {
    const { code, output } = await run('npm', args, environment, folder);
    if (code !== 0) throw new Error(`npm ${args.join(' ')} in ${name}\n${output}`);
    return output;
  }

  return {
    folder,
    manifest,
    install: (...tarballs) =>
      npm(
        'install',
        '--no-audit',
        '--no-fund',
        '--prefer-offline',
        ...tarballs.filter((path) => path !== undefined),
      ),
    script: async (script) => (manifest.scripts?.[script] ? npm('run', script) : ''),
    start(port, command) {
      const args = manifest.consumer?.[command]?.map((arg) => arg.replace('{port}', `${port}`));
      if (args === undefined) return undefined;
      const env = { ...process.env, ...environment, PORT: String(port) };
      return spawn(process.execPath, args, { cwd: folder, env, stdio: 'ignore' });
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}

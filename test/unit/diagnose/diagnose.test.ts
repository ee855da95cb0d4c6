// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import type { SupportConfig } from '../../../src/config.ts';
import { diagnose, type ReasonCode } from '../../../src/diagnose/index.ts';
import { failure, stubNetwork, success, unreachable } from '../../support/network.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

const config: SupportConfig = { apiKey: 'pk_test_1', baseUrl: 'https://api.acme.example/v1/' };
const account = success({
  name: 'Acme',
  email: 'help@acme.example',
  links: [],
  categories: [],
  fields: [],
  attachments: { max_files: 1, max_bytes: 1, types: [] },
});
const well = () => stubNetwork(account, success({ tickets: [], next_cursor: null }));

/** Responds to requests that a page cannot read, for matching addresses. All others fail. */
function stubUnreadable(matching: RegExp): void {
  vi.stubGlobal('fetch', async (url: URL | string, { mode }: RequestInit) => {
    if (mode === 'no-cors' && matching.test(String(url))) return new Response();
    throw new TypeError('Failed to fetch');
  });
}

function blockByPolicy(): void {
  vi.stubGlobal('fetch', async (url: URL) => {
    const violation = new Event('securitypolicyviolation');
    setTimeout(() => document.dispatchEvent(Object.assign(violation, { blockedURI: url.href })));
    throw new TypeError('Failed to fetch');
  });
}

function place(tag: string, attributes: Record<string, string> = {}): void {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.body.append(element);
}

it('finds nothing if there is no problem', async () => {
  const sent = well();
  expect(await diagnose(config)).toEqual([]);
  expect(sent.map(({ method }) => method)).toEqual(['GET', 'GET']);
});

interface Fault {
  code: ReasonCode;
  /** The part of the message that says how to fix it. */
  fix: string;
  fault?: () => void;
  options?: SupportConfig;
}

const getToken = () => 'token';
const faults: Fault[] = [
  { code: 'config_invalid', fix: 'theme', options: { theme: JSON.parse('"blue"') } },
  {
    code: 'offline',
    fix: 'sent later',
    fault: () => vi.stubGlobal('navigator', { onLine: false }),
  },
  {
    code: 'csp_blocked',
    fix: 'Add https://api.acme.example to its connect-src',
    fault: blockByPolicy,
  },
  {
    code: 'adblock_suspected',
    fix: 'Try without extensions',
    fault: () => stubUnreadable(/example\/$/),
  },
  {
    code: 'cors_blocked',
    fix: 'Access-Control-Allow-Origin',
    fault: () => stubUnreadable(/support\/config$/),
  },
  {
    code: 'unreachable',
    fix: 'Check that the option "baseUrl"',
    fault: () => stubNetwork(unreachable),
  },
  {
    code: 'invalid_key',
    fix: 'Copy the publishable key',
    fault: () => stubNetwork(failure(401, 'INVALID_KEY')),
  },
  {
    code: 'origin_not_allowed',
    fix: 'Add this origin',
    fault: () => stubNetwork(failure(403, 'ORIGIN_NOT_ALLOWED')),
  },
  {
    code: 'identity_invalid',
    fix: 'Sign the token on your server',
    fault: () => stubNetwork(account, failure(401, 'IDENTITY_INVALID')),
    options: { identity: { getToken } },
  },
  {
    code: 'backend_failing',
    fix: 'Check the log',
    fault: () => stubNetwork(failure(500, 'INTERNAL_ERROR')),
  },
  {
    code: 'version_mismatch',
    fix: 'Check the option "baseUrl"',
    fault: () => stubNetwork(() => new Response('<html>')),
  },
  { code: 'consent_missing', fix: 'setConsent("granted")', options: { consent: 'unknown' } },
  {
    code: 'flag_off',
    fix: 'Release the flag',
    options: {
      flags: { helpCenter: 'help' },
      posthog: { capture: () => {}, isFeatureEnabled: () => false },
    },
  },
  {
    code: 'container_missing',
    fix: 'defineElements',
    fault() {
      vi.stubGlobal('customElements', { get: () => undefined });
      place('penguin-status-badge');
    },
  },
];

it.each(faults)('finds $code, and says how to fix it', async ({ code, fix, fault, options }) => {
  well();
  fault?.();
  const found = await diagnose({ ...config, ...options });
  expect(found).toEqual([{ code, message: expect.stringContaining(fix) }]);
});

it('finds no_backend without a key, and sends no request', async () => {
  const sent = well();
  expect(await diagnose()).toEqual([
    { code: 'no_backend', message: expect.stringContaining('Give the publishable key') },
  ]);
  expect(sent).toEqual([]);
});

it('finds an element that has no instance', async () => {
  well();
  vi.stubGlobal('customElements', { get: () => HTMLElement });
  place('penguin-help-center', { for: 'gone' });
  place('penguin-support-button');
  const [finding, ...rest] = await diagnose(config);
  expect(rest).toEqual([]);
  expect(finding?.message).toContain('<penguin-help-center for="gone">');
});

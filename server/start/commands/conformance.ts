import { writeFile } from 'node:fs/promises';
import { type Command, print, readArguments, wrongArguments } from '../command.ts';
import { numberOf, oneOf, text } from '../commandInput.ts';

const options = {
  key: text,
  secret: text,
  'other-key': text,
  origin: text,
  'identity-secret': text,
  receiver: text,
  'receiver-port': text,
  junit: text,
  only: { type: 'string', multiple: true },
} as const;

export const conformance: Command = {
  summary: 'Checks any backend against the contract over HTTP.',
  log: 'none',
  usage:
    '<url> --key pk_… [--secret sk_…] [--origin <allowed origin>] [--identity-secret <secret>] [--other-key pk_…] [--receiver <address> --receiver-port <port>] [--only <group>]… [--junit <file>]',
  details:
    'Writes requests into the account: use test keys. Exits with 1 if a check failed, with 2 if nothing could be checked.',
  async run(args) {
    const { positionals, values } = readArguments(args, options);
    const [address, ...rest] = positionals;
    if (address === undefined || rest.length > 0) throw wrongArguments('Name one base URL.');
    const url = readUrl(address);
    const { key, 'receiver-port': port } = values;
    if (key === undefined) throw wrongArguments('Give a publishable key: --key pk_…');
    const { groups } = await import('../../conformance/groups.ts');
    const names = groups.map(({ name }) => name);
    const only = values.only?.map((name) => oneOf('--only', name, names));
    const { checkConformance } = await import('../../conformance/conformance.ts');
    const { linesOf, summaryOf } = await import('../../conformance/report.ts');
    await expectReachable(url);
    // Reports a file that cannot be written before the checks, which take a while.
    if (values.junit !== undefined) await writeFile(values.junit, '');
    const results = await checkConformance(
      {
        url,
        key,
        secret: values.secret,
        otherKey: values['other-key'],
        origin: values.origin,
        identitySecret: values['identity-secret'],
        receiver: values.receiver,
        receiverPort: port === undefined ? undefined : numberOf('--receiver-port', port),
      },
      only,
      (result) => print(...linesOf(result)),
    );
    print('', summaryOf(results));
    if (values.junit !== undefined) {
      const { junitOf } = await import('../../conformance/junit.ts');
      await writeFile(values.junit, junitOf(results));
    }
    if (results.some(({ outcome }) => outcome === 'failed')) process.exitCode = 1;
  },
};

/** @throws ConfigurationError if `address` is not an HTTP address */
function readUrl(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw wrongArguments(`${address} is no http or https address.`);
  }
  return url.href.replace(/\/?$/, '/');
}

const reachTimeoutMs = 15_000;

/** @throws ConfigurationError if nothing responds at the address */
async function expectReachable(url: string): Promise<void> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(reachTimeoutMs) });
    await response.body?.cancel();
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw wrongArguments(
      `${url} does not respond (${reason}). Start the backend, or correct the URL.`,
    );
  }
}

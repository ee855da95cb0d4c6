import * as z from 'zod/mini';
import { DeskSetupError } from '../ask/desk.ts';
import { defineInbound } from '../ask/inbound.ts';
import { defineProvider, type Endpoint, secret } from '../ask/provider.ts';
import { requestJson } from '../ask/requestJson.ts';
import { IntegrationError } from '../base/integrationError.ts';
import { asJson, hmac, isSame } from '../base/signatures.ts';
import { githubDesk } from '../desks/github/githubDesk.ts';
import { idOf } from '../desks/github/issues.ts';
import { openRepository } from '../desks/github/repository.ts';
import {
  type GithubCredentials,
  githubClient,
  githubHeaders,
  githubLimit,
} from '../desks/github/request.ts';

const Event = z.object({
  action: z.string(),
  issue: z.object({ number: z.number() }),
  repository: z.object({ full_name: z.string() }),
});

/**
 * Receives events of issues and their comments. `webhook_secret` is the secret of the webhook:
 * https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries
 * The header with the id of the delivery is not signed, so the signature serves as the id. Only the
 * id of the issue is kept.
 */
const inbound = defineInbound(
  z.object({ webhook_secret: secret }),
  ({ webhook_secret }, { headers, body }) => {
    const signature = headers.get('X-Hub-Signature-256');
    if (signature === null) return 'missing';
    const digest = signature.replace(/^sha256=/, '');
    if (!isSame(hmac(webhook_secret, body), digest, 'hex')) return 'invalid';
    // Other events, such as the test of a new webhook, have another form.
    const event = z.safeParse(Event, asJson(jsonOf(body)));
    if (!event.success) return { events: [] };
    const { action, issue, repository } = event.data;
    const ticket = idOf(repository.full_name, issue.number);
    const type = `${headers.get('X-GitHub-Event') ?? 'issues'}.${action}`;
    return { events: [{ id: digest, type, payload: { ticket }, ticket }] };
  },
);

/** Webhooks have their JSON in a form, unless another content type is chosen. */
function jsonOf(body: Buffer): Buffer {
  const text = body.toString('utf8');
  if (!text.startsWith('payload=')) return body;
  return Buffer.from(new URLSearchParams(text).get('payload') ?? '');
}

async function probe(credentials: GithubCredentials, endpoint: Endpoint): Promise<void> {
  if (credentials.repository === undefined) {
    await requestJson(endpoint, 'user', {
      headers: githubHeaders(credentials.token),
      expects: z.object({ login: z.string() }),
      explain: githubLimit,
    });
    return;
  }
  try {
    await openRepository(githubClient(credentials, endpoint), credentials);
  } catch (error) {
    if (!(error instanceof DeskSetupError)) throw error;
    throw new IntegrationError('configuration_error', error.sentence);
  }
}

/** As the help desk it needs a repository, and a secret for the webhook. */
export const github = defineProvider({
  id: 'github',
  baseUrl: 'https://api.github.com',
  credentials: z.object({
    token: secret,
    repository: z.optional(
      z
        .string()
        .check(
          z.regex(/^[\w-]+\/[\w.-]+$/, { error: 'Must be the owner and the name: acme/support.' }),
        ),
    ),
    public_repository: z.optional(z.literal('allowed')),
    webhook_secret: z.optional(secret),
  }),
  inbound,
  desk: githubDesk,
  probe,
});

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  addDesk,
  type Backend,
  createBackend,
  createLogger,
  demo,
  deskFolder,
  type Fetch,
  importArticles,
  type ServerEnvironment,
  seedDemo,
} from '../../server/index.ts';
import { openAgentSession } from './callApi.ts';
import { control } from './control.ts';
import { seedConversations } from './conversations.ts';
import { accountOf, seedOrganizations, signVisitor } from './customers.ts';
import { seedIntegrations } from './integrations.ts';
import { type Mailbox, openMailbox } from './mailbox.ts';
import { answerMail } from './mailReply.ts';
import { answerChat } from './model.ts';
import { createReceiver } from './receiver.ts';
import { createSignIn, oauthOf } from './signIn.ts';
import { createStandIns } from './standIns.ts';
import { serveFile } from './staticFiles.ts';

/** The root of the repository. This file is compiled to server/dist/demo/server. */
const root = new URL('../../../../', import.meta.url);

/** The folder with the built widget and pages. */
const dist = fileURLToPath(new URL('dist/', root));

const articles = fileURLToPath(new URL('demo/articles/', root));

export interface Site {
  fetch: Fetch;
  /** Sets up the integrations when the site responds. */
  connect(): Promise<void>;
  /** Adds sample requests to inboxes that are empty. */
  fill(): Promise<void>;
  endStreams(): void;
  close(): Promise<void>;
}

const automatic = 'Automatic mails are not taken.';

/** The bounce messages of a mail server. */
const bounces = {
  unknown_address: 'There is no conversation with this address.',
  closed: 'Requests are not taken by e-mail here. Write one in the help panel.',
  empty: 'The mail has no text of its own.',
  too_many: 'Too many requests of this address. Try again in an hour.',
  absence: automatic,
  bounce: automatic,
  receipt: automatic,
  invitation: automatic,
  list: automatic,
};

/** Opens the whole demo: the mail server, the backend that sends mails to it, and the pages. */
export async function openSite(environment: ServerEnvironment, origin: string): Promise<Site> {
  let receiveMail: Backend['receiveRawMail'] | undefined;
  const mailbox = await openMailbox(join(environment.dataDir, 'mailbox'), async (raw, envelope) => {
    const result = await receiveMail?.(raw, envelope);
    return result?.status === 'rejected' ? bounces[result.reason] : undefined;
  });
  try {
    const backend = await createBackend({
      ...environment,
      logger: createLogger(environment.logLevel),
      smtpUrl: mailbox.smtpUrl,
      mailOrder: ['smtp'],
      // The checked systems and the receivers of webhooks are on this machine.
      allowPrivateWebhooks: true,
      oauth: oauthOf(origin),
      answers: environment.answers ?? { url: `${origin}/model/v1`, model: 'demo' },
    });
    addDesk(backend.app, deskFolder());
    await seedDemo(backend.database.kysely);
    receiveMail = backend.receiveRawMail;
    const { tenantId } = demo;
    await importArticles(backend.database.kysely, { folder: articles, tenantId });
    return {
      fetch: createFetch(backend.app.fetch, mailbox, origin),
      async connect() {
        await seedIntegrations(backend.app.fetch, origin);
        await seedOrganizations(backend.app.fetch, origin);
      },
      fill: () => seedConversations(backend.app.fetch),
      endStreams: backend.endStreams,
      async close() {
        await backend.close();
        await mailbox.close();
      },
    };
  } catch (error) {
    await mailbox.close();
    throw error;
  }
}

/** Serves the whole demo on one origin: the API, the widget's files, the mailbox and the pages. */
function createFetch(api: Fetch, mailbox: Mailbox, origin: string): Fetch {
  const standIns = createStandIns();
  const signIn = createSignIn();
  const receiver = createReceiver();
  return async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (/^\/(v1\/|help\/|desk(\/|$)|healthz$|readyz$)/.test(pathname)) return api(request);
    const [, at, rest = ''] =
      /^\/(stand-ins|sign-in|receiver(?!\/secret$))\/(.*)/.exec(pathname) ?? [];
    if (pathname === '/model/v1/chat/completions') return answerChat(request);
    if (at === 'stand-ins') return standIns.respond(request, rest);
    if (at === 'sign-in') return signIn(request, rest);
    if (at === 'receiver') return receiver.respond(request, rest);
    if (request.method === 'POST' && !isFromHere(request)) {
      return new Response('From this page only.', { status: 403 });
    }
    if (request.method === 'POST' && pathname === '/inbox/session.json') {
      return json(await openAgentSession(api, accountOf(searchParams.get('account'))));
    }
    if (request.method === 'POST' && pathname === '/customers/token') {
      const token = await signVisitor(searchParams.get('as'));
      return new Response(token, { status: token === undefined ? 404 : 200 });
    }
    if (request.method === 'POST' && pathname === '/receiver/secret')
      return receiver.learn(request);
    if (pathname === '/control/state.json') return control(request, { api, standIns, origin });
    if (request.method === 'POST' && pathname === '/mailbox/reply') {
      return answerMail(request, mailbox);
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response('Use GET.', { status: 405, headers: { Allow: 'GET, HEAD' } });
    }
    if (!isDecodable(pathname)) return new Response('Not a path.', { status: 400 });
    if (pathname === '/mailbox.json') return json({ mails: mailbox.mails() });
    const file = pathname.startsWith('/embed/')
      ? await serveFile(request, `${dist}embed`, pathname.slice('/embed'.length))
      : await serveFile(request, `${dist}demo`, pathname);
    return file ?? new Response('There is no such page.', { status: 404 });
  };
}

/** Other pages must not use the demo's agent or its mail server. */
function isFromHere(request: Request): boolean {
  return request.headers.get('Origin') === new URL(request.url).origin;
}

function isDecodable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== '';
  } catch {
    return false;
  }
}

function json(data: unknown): Response {
  const headers = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };
  return Response.json(data, { headers });
}

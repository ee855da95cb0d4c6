import { agentStreamPath } from '../../src/contract/agent.ts';
import { picturePath } from '../../src/contract/articleBody.ts';
import { attachmentPath } from '../../src/contract/attachment.ts';
import { streamPath } from '../../src/contract/live.ts';
import { writtenAnswerPath } from '../../src/contract/writtenEvent.ts';
import { callbackPath, inboundPath } from '../base/paths.ts';
import type { JsonSchema } from './schemas.ts';

const string = { type: 'string' };
const parameter = (where: 'path' | 'query', name: string) => ({
  name,
  in: where,
  required: true,
  schema: string,
});
const says = (description: string, type?: string) =>
  type === undefined ? { description } : { description, content: { [type]: { schema: string } } };

const ofVisitor = [
  { key: [], visitor: [] },
  { key: [], identity: [] },
];

/** Describes a stream. Its events are `LiveEvent`; agents receive `AgentLiveEvent`. */
function streamOf(operationId: string, security: readonly JsonSchema[]) {
  return {
    get: {
      operationId,
      summary: 'Server-sent events: what has changed and should be read again',
      tags: ['streams'],
      security,
      responses: { '200': says('A stream that ends when the server stops.', 'text/event-stream') },
    },
  };
}

function probe(operationId: string, summary: string) {
  const responses = { '200': says('Yes.'), '503': says('No.') };
  return { get: { operationId, summary, tags: ['operation'], security: [], responses } };
}

/** Paths outside of the contract's table, which have no envelope or no key. */
export const otherPaths: Readonly<Record<string, JsonSchema>> = {
  [`/${streamPath}`]: streamOf('stream', ofVisitor),
  [`/${writtenAnswerPath}`]: {
    post: {
      operationId: 'writeAnswer',
      summary: 'Server-sent events: `WrittenEvent`',
      tags: ['streams'],
      security: ofVisitor,
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: { $ref: '#/components/schemas/WrittenQuestion' } },
        },
      },
      responses: { '200': says('A stream.', 'text/event-stream') },
    },
  },
  [`/${agentStreamPath}`]: streamOf('agentStream', [{ agent: [] }]),
  [`/${attachmentPath}`]: {
    get: {
      operationId: 'getAttachment',
      summary: 'A file, at the signed address that replies give',
      tags: ['support: attachments'],
      security: [],
      parameters: [
        parameter('path', 'id'),
        parameter('query', 'expires'),
        parameter('query', 'signature'),
      ],
      responses: { '200': says('The file.'), '404': says('The address is wrong or too old.') },
    },
  },
  [`/${picturePath}`]: {
    get: {
      operationId: 'getArticlePicture',
      summary: 'A picture of an article, at the address that the article gives',
      tags: ['support: kb'],
      security: [],
      parameters: [parameter('path', 'id')],
      responses: {
        '200': says('The picture.'),
        '404': says('There is no such picture. Check its address.'),
      },
    },
  },
  [`/${callbackPath}`]: {
    get: {
      operationId: 'connectCallback',
      summary: 'The OAuth callback; redirects to the page that started the connection',
      tags: ['integrations'],
      security: [],
      parameters: [parameter('path', 'provider'), parameter('query', 'state')],
      responses: {
        '303': says('Back to the page.'),
        '400': says('The sign-in has expired, or was already used.', 'text/plain'),
      },
    },
  },
  [`/${inboundPath}`]: {
    post: {
      operationId: 'receiveWebhook',
      summary: 'Events of a provider, signed as it signs',
      tags: ['webhooks'],
      security: [],
      parameters: [parameter('path', 'provider'), parameter('path', 'id')],
      requestBody: { required: true, content: { 'application/json': {} } },
      responses: {
        '200': says('Accepted, or known already.'),
        '400': says('`Missing signature` or `Invalid signature`.'),
      },
    },
  },
  '/openapi.json': {
    get: {
      operationId: 'getDocument',
      summary: 'This document',
      tags: ['operation'],
      security: [],
      responses: { '200': says('An OpenAPI 3.1 document.') },
    },
  },
  '/healthz': probe('isAlive', 'Whether the process lives'),
  '/readyz': probe('isReady', 'Whether it can serve: the database answers'),
  '/metrics': {
    get: {
      operationId: 'getMetrics',
      summary: 'Figures for Prometheus, where the server has a METRICS_TOKEN',
      tags: ['operation'],
      security: [{ metrics: [] }],
      responses: {
        '200': says('The text format of Prometheus.', 'text/plain'),
        '401': says('The token is wrong.'),
        '404': says('No token is set, so metrics are off.'),
      },
    },
  },
};

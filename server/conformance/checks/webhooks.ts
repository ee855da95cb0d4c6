import { Webhook as StandardWebhook } from 'standardwebhooks';
import {
  createWebhook,
  deleteWebhook,
  listWebhooks,
  testWebhook,
  WebhookPayload,
} from '../../../src/contract/webhook.ts';
import { hmac } from '../../base/signatures.ts';
import { dataOf } from '../answer.ts';
import { type CheckGroup, expectSame, expectThat, Mismatch, NotChecked } from '../check.ts';
import { type ReceivedWebhook, startReceiver } from '../receiver.ts';
import type { TestedBackend } from '../testedBackend.ts';

interface Received extends ReceivedWebhook {
  /** The webhook's secret, as the backend returned it. */
  secret: string;
}

/** Makes the backend send a test event to this machine. @throws NotChecked if that is not allowed */
async function receiveTest(backend: TestedBackend): Promise<Received> {
  const team = { key: backend.secret };
  const { receiver: address, receiverPort = 0 } = backend.options;
  const receiver = await startReceiver(receiverPort);
  try {
    const url = address ?? `http://127.0.0.1:${receiver.port}/`;
    const body = { url, events: ['ticket.created'] };
    const made = await backend.call(createWebhook, team, { body });
    if (made.status === 422 && address === undefined) {
      throw new NotChecked(
        'The backend sends nothing to this machine. Give --receiver <address> with --receiver-port.',
      );
    }
    const { id, secret } = dataOf(createWebhook, made);
    const params = { id };
    try {
      const tested = await backend.call(testWebhook, team, { params, body: { message: 'Hello' } });
      dataOf(testWebhook, tested);
      const received = await receiver.next(backend.timeoutMs);
      if (received === undefined) throw new Mismatch(`a webhook at ${url}`, 'none in time');
      return { ...received, secret };
    } finally {
      dataOf(deleteWebhook, await backend.call(deleteWebhook, team, { params }));
    }
  } finally {
    await receiver.close();
  }
}

const textOf = (value: string | string[] | undefined) => [value ?? []].flat().join(' ');

function signedHeaders({ headers }: Received): Record<string, string> {
  const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];
  return Object.fromEntries(names.map((name) => [name, textOf(headers[name])]));
}

export const webhooks: CheckGroup = {
  name: 'webhooks',
  checks: [
    {
      name: 'Webhooks are listed without their secrets',
      advice: 'Show a secret once, when it is made.',
      async run(backend) {
        const response = await backend.call(listWebhooks, { key: backend.secret });
        dataOf(listWebhooks, response);
        const isHidden = !response.text.includes('"secret"');
        expectThat(isHidden, 'no secret in the list', 'a list with secrets');
      },
    },
    {
      name: 'A webhook has the body of the contract, and names its event in webhook-id',
      advice: 'Send { id, type, created, data } as JSON, with the id in webhook-id.',
      async run(backend) {
        const { body, headers } = await receiveTest(backend);
        const payload = WebhookPayload.safeParse(JSON.parse(body)).data;
        if (payload === undefined) throw new Mismatch('{ id, type, created, data }', body);
        expectSame(payload.type, 'webhook.test', 'the type');
        expectSame(textOf(headers['webhook-id']), payload.id, 'webhook-id');
      },
    },
    {
      name: 'A webhook is signed by the rules of Standard Webhooks',
      advice:
        'Sign id, timestamp and body, joined by full stops, with HMAC-SHA256 and the decoded secret; send it as v1,<base64> in webhook-signature.',
      async run(backend) {
        const received = await receiveTest(backend);
        const headers = signedHeaders(received);
        try {
          new StandardWebhook(received.secret).verify(received.body, headers);
        } catch (error) {
          const reason = error instanceof Error ? error.message : String(error);
          throw new Mismatch('a signature that verifies', `${JSON.stringify(headers)}: ${reason}`);
        }
      },
    },
    {
      name: 'A webhook is signed by X-Webhook-Signature as well',
      advice: 'Send sha256=<hex HMAC-SHA256 of the raw body>, with the secret as it is written.',
      async run(backend) {
        const { body, headers, secret } = await receiveTest(backend);
        const expected = `sha256=${hmac(secret, body).toString('hex')}`;
        expectSame(textOf(headers['x-webhook-signature']), expected, 'X-Webhook-Signature');
      },
    },
  ],
};

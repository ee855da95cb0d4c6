import type { Exchange, Fault } from './faultProxy.ts';

async function bodyOf({ incoming }: Exchange): Promise<void> {
  for await (const _chunk of incoming);
}

const response =
  (status: number, headers: Record<string, string> = {}, body = envelope(status)): Fault =>
  async (exchange) => {
    await bodyOf(exchange);
    exchange.outgoing.writeHead(status, headers).end(body);
  };

/** The backend processes the request, but its response is replaced. */
const afterCommit =
  (fault: Fault): Fault =>
  async (exchange) => {
    await exchange.forward();
    await fault(exchange);
  };

const codes: Record<number, string> = {
  401: 'INVALID_KEY',
  403: 'ORIGIN_NOT_ALLOWED',
  409: 'IDEMPOTENCY_CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  422: 'VALIDATION_ERROR',
  429: 'RATE_LIMITED',
};

function envelope(status: number): string {
  const details = status === 422 ? [{ field: 'subject', message: 'Must not shout.' }] : [];
  const code = codes[status] ?? 'INTERNAL_ERROR';
  return JSON.stringify({
    success: false,
    error: { code, message: 'No.', details, request_id: 'req_1' },
  });
}

const reset: Fault = async ({ outgoing }) => void outgoing.destroy();
const html = { 'Content-Type': 'text/html' };
const page = '<!doctype html><title>Sign in to the network</title>';
/** Long enough to be visible as in progress, but shorter than every timeout of the widget. */
const hangMs = 1_500;
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Temporary faults, after which the widget retries automatically. */
export const passing: Readonly<Record<string, Fault>> = {
  'resets before the body': reset,
  'resets after the body': async (exchange) => {
    await bodyOf(exchange);
    await reset(exchange);
  },
  'resets after the commit': afterCommit(reset),
  'hangs, then resets': async (exchange) => {
    await later(hangMs);
    await reset(exchange);
  },
  'commits, hangs, then resets': afterCommit(async (exchange) => {
    await later(hangMs);
    await reset(exchange);
  }),
  'drips its answer': async (exchange) => {
    const { status, headers, body } = await exchange.forward();
    exchange.outgoing.writeHead(status, headers);
    for (const byte of body) {
      exchange.outgoing.write(Buffer.of(byte));
      await later(2);
    }
    exchange.outgoing.end();
  },
  'sends half of its answer': async (exchange) => {
    const { status, headers, body } = await exchange.forward();
    exchange.outgoing.writeHead(status, headers);
    exchange.outgoing.write(body.subarray(0, body.length / 2), () => exchange.outgoing.destroy());
  },
  'answers half of a JSON with 201': afterCommit(response(201, {}, '{"success":true,"da')),
  'answers HTML with 200': response(200, html, page),
  'answers HTML with 200 after the commit': afterCommit(response(200, html, page)),
  'answers 408': response(408),
  'answers 429': response(429),
  'answers 429 with Retry-After': response(429, { 'Retry-After': '2' }),
  'answers 500': response(500),
  'answers 500 after the commit': afterCommit(response(500)),
  'answers 502 as a proxy does': response(502, html, page),
  'answers 503 with Retry-After': response(503, { 'Retry-After': '1' }),
  'answers 504 after the commit': afterCommit(response(504, html, page)),
};

/** API errors, after which the text stays in the form until the person sends it again. */
export const rejecting: Readonly<Record<string, Fault>> = {
  'answers 401': response(401),
  'answers 403': response(403),
  'answers 409': response(409),
  'answers 413': response(413),
  'answers 422': response(422),
};

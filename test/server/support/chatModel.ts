import { createServer, type ServerResponse } from 'node:http';
import * as z from 'zod/mini';

const ChatRequest = z.object({
  model: z.string(),
  stream: z.literal(true),
  messages: z.array(z.object({ role: z.enum(['system', 'user']), content: z.string() })),
});

export interface ReceivedChat extends z.infer<typeof ChatRequest> {
  authorization: string | undefined;
}

/** The behavior of the model. It writes to the response itself. */
export type Respond = (response: ServerResponse, chat: ReceivedChat) => void | Promise<void>;

/** Sends a text as OpenAI's API streams it: in chunks that end anywhere, also inside of a word. */
export function streams(text: string, { pieces = 7, end = true } = {}): Respond {
  return (response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
    const send = (delta: object, finish_reason: string | null = null) =>
      response.write(
        `data: ${JSON.stringify({
          id: 'chatcmpl-1',
          object: 'chat.completion.chunk',
          created: 1,
          model: 'test',
          choices: [{ index: 0, delta, finish_reason }],
        })}\n\n`,
      );
    send({ role: 'assistant', content: '' });
    for (let at = 0; at < text.length; at += pieces) send({ content: text.slice(at, at + pieces) });
    if (!end) return void response.destroy();
    send({}, 'stop');
    // The last chunk of an endpoint that reports usage has no choices.
    response.write('data: {"id":"chatcmpl-1","choices":[],"usage":{"total_tokens":9}}\n\n');
    response.end('data: [DONE]\n\n');
  };
}

/** Starts an endpoint with the chat completions of OpenAI's API on this machine. */
export async function startChatModel() {
  let respond: Respond = streams('NO_ANSWER');
  const requests: ReceivedChat[] = [];
  const ended: Promise<void>[] = [];
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    if (incoming.method !== 'POST' || incoming.url !== '/v1/chat/completions') {
      return void response.writeHead(404).end();
    }
    const chat = z.parse(ChatRequest, JSON.parse(Buffer.concat(chunks).toString()));
    const received = { ...chat, authorization: incoming.headers.authorization };
    requests.push(received);
    ended.push(new Promise((resolve) => response.on('close', resolve)));
    await respond(response, received);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Not a TCP port.');
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    requests,
    /** Resolves when the connection of the last request has closed. */
    lastClosed: () => ended.at(-1),
    respond(how: Respond) {
      respond = how;
    },
    close() {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

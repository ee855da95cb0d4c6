import * as z from 'zod/mini';

const Chat = z.object({ messages: z.array(z.object({ role: z.string(), content: z.string() })) });
const passage = /<passage-(\w+) number="(\d+)">\n([\s\S]*?)\n<\/passage-\1>/g;
const maxSentences = 3;
const wordDelayMs = 25;

/**
 * Responds like an endpoint with OpenAI's chat completions. It is no language model: it copies the
 * sentences of the passages that share most words with the question.
 */
export async function answerChat(request: Request): Promise<Response> {
  const chat = z.safeParse(Chat, await request.json().catch(() => undefined));
  if (!chat.success) return Response.json({ error: { message: 'Invalid.' } }, { status: 400 });
  const prompt = chat.data.messages.at(-1)?.content ?? '';
  return new Response(streamOf(sentencesFor(prompt).join('\n') || 'NO_ANSWER'), {
    headers: { 'Content-Type': 'text/event-stream' },
  });
}

function sentencesFor(prompt: string): string[] {
  const question = wordsOf(prompt.slice(prompt.lastIndexOf('\nQuestion:')));
  const sentences = [...prompt.matchAll(passage)].flatMap(([, , number, text = '']) =>
    (
      text
        .split('\n\n')
        .slice(1)
        .join('\n')
        .match(/[^.!?\n]{20,300}[.!?]/g) ?? []
    ).map((sentence) => ({ text: `${sentence.trim()} [${number}]`, words: wordsOf(sentence) })),
  );
  return sentences
    .map(({ text, words }) => ({ text, shared: words.filter((word) => question.includes(word)) }))
    .filter(({ shared }) => shared.length > 0)
    .sort((a, b) => b.shared.length - a.shared.length)
    .slice(0, maxSentences)
    .map(({ text }) => text);
}

/** Returns the words of four and more letters. */
function wordsOf(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])];
}

/** Sends the text word by word. */
function streamOf(text: string): ReadableStream<Uint8Array> {
  const words = text.match(/\s*\S+/g) ?? [];
  const send = (data: string) => new TextEncoder().encode(`data: ${data}\n\n`);
  return new ReadableStream({
    async pull(controller) {
      const content = words.shift();
      if (content === undefined) {
        controller.enqueue(send('[DONE]'));
        return controller.close();
      }
      await new Promise((resolve) => setTimeout(resolve, wordDelayMs));
      controller.enqueue(send(JSON.stringify({ choices: [{ index: 0, delta: { content } }] })));
    },
  });
}

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PassageAnswer } from '../../../src/contract/answer.ts';
import { NetworkError } from '../../../src/errors.ts';
import { createTranslator } from '../../../src/i18n/translator.ts';
import { createPassage } from '../../../src/widgets/passage.model.ts';
import { createDeferred } from '../../support/deferred.ts';
import { createFakeApi } from '../../support/fakes.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const passage: PassageAnswer = {
  slug: 'spf',
  title: 'Set up SPF',
  url: 'https://help.acme.example/spf#steps',
  heading: 'Steps',
  anchor: 'steps',
  blocks: [],
  relevance_score: 0.9,
};

function open(answer: (content: string) => Promise<PassageAnswer | null>) {
  const asked: string[] = [];
  let isFrozen = false;
  const port = {
    i18n: createTranslator(),
    api: createFakeApi({
      async answerQuestion({ body }) {
        asked.push(body.content);
        return { answer: await answer(body.content), locale: 'en' };
      },
    }),
  };
  const model = createPassage(port, { isFrozen: () => isFrozen });
  let stop = () => {};
  return {
    model,
    asked,
    /** As in the view, another text ends the previous one. */
    look(text: string) {
      stop();
      stop = model.search(text);
    },
    hold() {
      isFrozen = true;
    },
  };
}
const typed = () => vi.advanceTimersByTimeAsync(700);

it('sends a request after the debounce, and shows the answer until the text changes', async () => {
  const { model, asked, look } = open(async () => passage);
  look('set up');
  await vi.advanceTimersByTimeAsync(300);
  look('set up spf');
  await typed();
  expect(asked).toEqual(['set up spf']);
  expect(model.reply.value?.answer).toEqual(passage);
  look('set up spf record');
  expect(model.reply.value).toBeNull();
});

it('sends no request for a few letters, or without a backend', async () => {
  const { model, asked } = open(async () => passage);
  model.search('  spf  ');
  await typed();
  expect(asked).toEqual([]);
  const alone = createPassage({ i18n: createTranslator(), api: null });
  alone.search('set up spf');
  await typed();
  expect(alone.reply.value).toBeNull();
});

it('shows no answer to an earlier text, and only offers one above results that must not move', async () => {
  const answers = [createDeferred<PassageAnswer>(), createDeferred<PassageAnswer>()];
  const asked = [...answers];
  const { model, look, hold } = open(async () => (await asked.shift()?.promise) ?? null);
  look('set up spf');
  await typed();
  look('other words');
  answers[0]?.resolve(passage);
  await vi.advanceTimersByTimeAsync(0);
  expect(model.reply.value).toBeNull();
  await typed();
  hold();
  answers[1]?.resolve(passage);
  await vi.advanceTimersByTimeAsync(0);
  expect(model.reply.value).toBeNull();
  expect(model.offered.value?.answer).toEqual(passage);
  model.show();
  expect(model.reply.value?.answer).toEqual(passage);
  expect(model.offered.value).toBeNull();
});

it('shows nothing if the server does not respond', async () => {
  const { model } = open(async () => {
    throw new NetworkError('away');
  });
  model.search('set up spf');
  await typed();
  expect(model.reply.value).toBeNull();
});

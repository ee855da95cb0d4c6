import '../../../src/i18n/locales/en/written.ts';
import { expect, it } from 'vitest';
import type { WrittenEvent, WrittenQuestion } from '../../../src/contract/index.ts';
import { limits } from '../../../src/contract/limits.ts';
import { RateLimitError } from '../../../src/errors.ts';
import { createWrittenModel } from '../../../src/widgets/written.model.ts';
import { createFakeApi, createTestContext } from '../../support/fakes.ts';

type Write = (
  question: WrittenQuestion,
  emit: (event: WrittenEvent) => void,
  signal?: AbortSignal,
) => Promise<void>;

const source = {
  ...{ slug: 'spf', title: 'Set up SPF', heading: 'Steps', anchor: 'steps' },
  url: 'https://help.example/spf#steps',
};

function open(write: Write) {
  const asked: WrittenQuestion[] = [];
  const context = createTestContext({
    api: createFakeApi({
      async writeAnswer({ body, onEvent }, signal) {
        asked.push(body);
        await write(body, onEvent, signal);
      },
    }),
  });
  return { model: createWrittenModel(context), asked, context };
}

const answered: Write = async (_question, emit) => {
  emit({ type: 'sources', locale: 'en', sources: [source] });
  emit({ type: 'sentence', text: 'Add a record.', sources: [0] });
  emit({ type: 'end', outcome: 'answered' });
};
const settled = () => new Promise((resolve) => setImmediate(resolve));

it('collects the sentences of an answer', async () => {
  const { model } = open(answered);
  model.ask('  How?  ');
  expect(model.exchanges.value).toMatchObject([{ question: 'How?', status: 'writing' }]);
  await settled();
  expect(model.exchanges.value).toEqual([
    {
      question: 'How?',
      status: 'answered',
      locale: 'en',
      sources: [source],
      sentences: [{ text: 'Add a record.', sources: [0] }],
    },
  ]);
});

it('sends the last three questions with the next one', async () => {
  const { model, asked } = open(answered);
  for (const question of ['a', 'b', 'c', 'd', 'e']) {
    model.ask(question);
    await settled();
  }
  expect(asked.map(({ earlier }) => earlier)).toEqual([
    [],
    ['a'],
    ['a', 'b'],
    ['a', 'b', 'c'],
    ['b', 'c', 'd'],
  ]);
});

it('answers one question at a time, and no empty one', async () => {
  const { model, asked } = open(() => new Promise(() => {}));
  model.ask('  ');
  model.ask('one');
  await settled();
  model.ask('two');
  await settled();
  expect(asked.map(({ content }) => content)).toEqual(['one']);
});

it('stops an answer and keeps its sentences', async () => {
  let signal: AbortSignal | undefined;
  const { model } = open(async (_question, emit, ended) => {
    signal = ended;
    emit({ type: 'sentence', text: 'Add a record.', sources: [] });
    await new Promise((_, reject) => {
      ended?.addEventListener('abort', () => reject(ended.reason));
    });
  });
  model.ask('How?');
  await settled();
  model.stop();
  await settled();
  expect(signal?.aborted).toBe(true);
  expect(model.exchanges.value[0]).toMatchObject({ status: 'stopped', sentences: [{}] });
});

it('says that there is no answer if the request fails', async () => {
  const { model } = open(async () => {
    throw new RateLimitError('Too many.', 60);
  });
  model.ask('How?');
  await settled();
  expect(model.exchanges.value[0]?.status).toBe('failed');
});

it('hands the exchange over to the form', async () => {
  const { model, context } = open(answered);
  model.ask('How?');
  await settled();
  model.contact();
  expect(context.messenger.screen.value).toEqual({ id: 'ticket' });
  expect(context.prefill.take()).toEqual({
    subject: 'How?',
    description: 'How?',
  });
  expect(context.visitor.store.get('exchange')).toBe(
    'I asked: How?\nThe answer from AI: Add a record.\nSet up SPF: Steps https://help.example/spf#steps',
  );
});

it('hands over the latest questions and answers if they are too long', async () => {
  const { model, context } = open(async (_question, emit) => {
    emit({ type: 'sentence', text: 'a'.repeat(7_900), sources: [] });
    emit({ type: 'end', outcome: 'answered' });
  });
  for (const question of ['One?', 'Two?', 'Three?']) {
    model.ask(question);
    await settled();
  }
  model.contact();
  const exchange = context.visitor.store.get('exchange') ?? '';
  expect(exchange).toMatch(/^I asked: Two\?/);
  expect(exchange).toContain('Three?');
  expect(exchange.length).toBeLessThanOrEqual(limits.description);
});

it('adds the questions below what the person has written before', async () => {
  const { model, context } = open(answered);
  const values = { description: 'My first words.' };
  context.visitor.store.set('draft', JSON.stringify({ key: 'k', values }));
  model.ask('How?');
  await settled();
  model.contact();
  expect(context.prefill.take()?.description).toBe('My first words.\n\nHow?');
});

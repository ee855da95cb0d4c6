import { describe, expect, it } from 'vitest';
import type { LiveEvent } from '../../../src/contract/live.ts';
import type { OpenLive } from '../../../src/core/ports.ts';
import { createFakeApi, createTestContext } from '../../support/fakes.ts';
import { integrationOf, summaryOf } from '../../support/samples.ts';

async function open() {
  const streams: { who: string; listener(event: LiveEvent): void; isOpen: boolean }[] = [];
  const live: OpenLive = (listener, who) => {
    const stream = { who, listener: listener, isOpen: true };
    streams.push(stream);
    return () => {
      stream.isOpen = false;
    };
  };
  const context = createTestContext({
    live,
    api: createFakeApi({
      listTickets: async () => ({ tickets: [summaryOf('a')], next_cursor: null }),
      listIntegrations: async () => ({
        integrations: [integrationOf('1')],
        incidents: [],
        maintenance: [],
      }),
    }),
  });
  const model = await context.integrations.load();
  const openNow = () => streams.filter(({ isOpen }) => isOpen).map(({ who }) => who);
  return { context, model, streams, openNow };
}

describe('the stream of a page', () => {
  it('does not exist without requests and badges', async () => {
    const { streams } = await open();
    expect(streams).toEqual([]);
  });

  it('is opened anonymously for two hundred badges, and closed with the last one', async () => {
    const { context, model, streams, openNow } = await open();
    const stops = Array.from({ length: 200 }, () => model.watch());
    expect(openNow()).toEqual(['guest']);
    expect(context.visitor.knownId()).toBeNull();
    const [last, ...others] = stops;
    for (const stop of [...others, ...others]) stop();
    expect(openNow()).toEqual(['guest']);
    last?.();
    expect(openNow()).toEqual([]);
    expect(streams).toHaveLength(1);
    context.integrations.destroy();
  });

  it('identifies the visitor as soon as there are requests, also for badges', async () => {
    const { context, model, openNow } = await open();
    const stop = model.watch();
    context.visitor.authorId();
    await context.requests.first.refresh();
    expect(openNow()).toEqual(['visitor']);
    stop();
    expect(openNow()).toEqual(['visitor']);
    context.live.destroy();
    expect(openNow()).toEqual([]);
  });

  it('closes when the page starts to report the states itself, and stays closed', async () => {
    const { context, model, openNow } = await open();
    model.watch();
    context.integrations.set([{ id: 'x', name: 'X' }]);
    expect(openNow()).toEqual([]);
    model.watch();
    expect(openNow()).toEqual([]);
  });

  it('ends when the integrations are destroyed', async () => {
    const { context, model, openNow } = await open();
    const stop = model.watch();
    context.integrations.destroy();
    stop();
    expect(openNow()).toEqual([]);
  });
});

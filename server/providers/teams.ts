import * as z from 'zod/mini';
import { defineProvider, type Notice } from '../ask/provider.ts';
import { requestJson } from '../ask/requestJson.ts';

/**
 * Uses a workflow that posts to a channel ("When a Teams webhook request is received"). Its address
 * is the secret. It only accepts POST, so a GET that is rejected with 405 or 400 shows that it
 * exists.
 */
export const teams = defineProvider({
  id: 'teams',
  baseUrl: ({ webhook_url }) => new URL(webhook_url).origin,
  credentials: z.object({
    webhook_url: z.string({ error: 'This field is required.' }).check(
      z.refine((value) => URL.canParse(value) && new URL(value).protocol === 'https:', {
        error: 'Must be an https address.',
      }),
    ),
  }),
  probe: ({ webhook_url }, endpoint) =>
    requestJson(
      {
        ...endpoint,
        fetch: async (url, init) => {
          const response = await endpoint.fetch(url, init);
          const isThere = response.status === 405 || response.status === 400;
          return isThere
            ? new Response(null, { status: 200, headers: response.headers })
            : response;
        },
      },
      pathOf(webhook_url),
      { expects: z.unknown() },
    ),
  async notify({ webhook_url }, endpoint, notice) {
    await requestJson(endpoint, pathOf(webhook_url), {
      method: 'POST',
      json: cardOf(notice),
      expects: z.unknown(),
    });
  },
});

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname.slice(1) + search;
}

/** Returns an Adaptive Card: https://adaptivecards.microsoft.com */
function cardOf({ title, text, facts, url }: Notice) {
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body: [
      { type: 'TextBlock', size: 'Medium', weight: 'Bolder', text: title, wrap: true },
      { type: 'TextBlock', text, wrap: true },
      {
        type: 'FactSet',
        facts: Object.entries(facts).map(([name, value]) => ({ title: name, value })),
      },
    ],
    ...(url !== undefined && { actions: [{ type: 'Action.OpenUrl', title: 'Open', url }] }),
  };
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
  };
}

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import * as z from 'zod/mini';
import { test as base } from './demo.ts';
import { openPostHogCapture } from './postHogCapture.ts';

export const user = { id: 'user_ada', name: 'Ada Lovelace', email: 'ada@northwind.example' };
export const tenant = { id: 'org_northwind', name: 'Northwind', plan: 'Professional' };

const Batch = z.object({
  events: z.array(
    z.object({ id: z.string(), name: z.string(), timestamp: z.string(), properties: z.unknown() }),
  ),
  distinct_id: z.optional(z.string()),
  visitor: z.optional(z.string()),
});
export type SentBatch = z.infer<typeof Batch>;

/** Opens a page with the script tag on the demo's origin. `head` comes before the widget. */
export async function openPage(
  page: Page,
  { options = {}, head = '', query = '' }: { options?: object; head?: string; query?: string } = {},
): Promise<void> {
  const all = { apiKey: 'pk_test_demo', baseUrl: '/v1/', user, tenant, ...options };
  await page.route('**/analytics-test*', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><head><title>Test</title><link rel="icon" href="data:,">
        ${head}
        <script>
          window.heard = [];
          window.PenguinSupport = function () { (PenguinSupport.q = PenguinSupport.q || []).push(arguments) };
          PenguinSupport('init', ${JSON.stringify(all)});
          PenguinSupport('on', '*', (event) => heard.push(event));
        </script>
        <script async src="/embed/support.js"></script></head>
        <body><penguin-help-center></penguin-help-center><textarea aria-label="Of the page"></textarea></body></html>`,
    }),
  );
  await page.goto(`/analytics-test${query}`);
  await page.locator('penguin-support [part=launcher]').waitFor({ state: 'attached' });
}

/** Adds the real posthog-js, as npm users have it, as a live `window.posthog`. */
export async function hostPostHog(page: Page, host: string, more = ''): Promise<string> {
  await page.route('**/posthog-js.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: readFileSync('node_modules/posthog-js/dist/module.no-external.js', 'utf8'),
    }),
  );
  return `<script type="module">
    import posthog from '/posthog-js.js';
    posthog.init('phc_host', { api_host: '${host}', autocapture: false, capture_pageview: false,
      capture_pageleave: false, disable_session_recording: true, disable_surveys: true,
      opt_out_useragent_filter: true, ${more} });
    window.posthog = posthog;
  </script>`;
}

/** Records the events that are sent to the backend, by request or beacon. */
export function watchBatches(page: Page): SentBatch[] {
  const batches: SentBatch[] = [];
  page.context().on('request', (request) => {
    if (request.url().endsWith('/v1/support/events')) {
      batches.push(Batch.parse(JSON.parse(request.postData() ?? '{}')));
    }
  });
  return batches;
}

/** Returns every event that the page has received. */
export async function heard(
  page: Page,
): Promise<{ name: string; properties: Record<string, unknown> }[]> {
  return page.evaluate(() => Reflect.get(window, 'heard'));
}

/** A test with its own PostHog on this machine. */
export const test = base.extend<{ posthog: Awaited<ReturnType<typeof openPostHogCapture>> }>({
  posthog: async ({}, use) => {
    const capture = await openPostHogCapture();
    await use(capture);
    await capture.close();
  },
});
export { expect, widget } from './demo.ts';

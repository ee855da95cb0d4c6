import type { Page, Route } from '@playwright/test';
import type { SupportConfig } from '../../../src/index.ts';
import { widget } from '../demo.ts';

/** The backend of the demo. */
export const demo = { apiKey: 'pk_test_demo', baseUrl: '/v1/' };

/** A state in which `destroy` may be called. */
export interface State {
  /** Options of `init` instead of the demo's. */
  options?: SupportConfig;
  /** The body of the page. */
  html?: string;
  /** Requests that get no response until the widget is destroyed. Some must be sent before that. */
  held?: RegExp;
  /** Responses instead of the backend's, by method and path, such as `POST /support/tickets`. */
  answers?: Record<string, Parameters<Route['fulfill']>[0]>;
  /** Moves the widget into the state. */
  reach?(page: Page): Promise<void>;
}

export const button = (page: Page, name: string | RegExp) =>
  page.locator('penguin-support').getByRole('button', { name, exact: true }).first();
export async function call(page: Page, ...command: [string, ...unknown[]]): Promise<void> {
  await page.evaluate((given) => {
    Reflect.apply(Object(window.PenguinSupport), null, given);
  }, command);
}
export const panelText = (page: Page, text: string | RegExp) =>
  widget(page).panel.getByText(text).first().waitFor();
export const chooser = (page: Page) => page.locator('penguin-support input[type=file]');
export const csv = (name = 'list.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from('a,b\n1,2\n'),
});

export async function openForm(page: Page): Promise<void> {
  await call(page, 'open', 'ticket');
  await widget(page).panel.getByLabel('Subject').waitFor();
}
export async function press(page: Page): Promise<void> {
  await openForm(page);
  await widget(page).fill('It broke', 'All of it, at once.');
  await widget(page).send.click();
}
export async function send(page: Page): Promise<void> {
  await press(page);
  await panelText(page, 'We’ve got your request');
}
export async function openConversation(page: Page): Promise<void> {
  await send(page);
  await button(page, 'View request').click();
  await panelText(page, 'All of it, at once.');
}
export async function search(page: Page, query: string): Promise<void> {
  await call(page, 'search', query);
  await widget(page).panel.getByRole('option').first().waitFor();
}
export async function openScreenshot(page: Page): Promise<void> {
  await openForm(page);
  await button(page, 'Take a screenshot').click();
  await button(page, 'Take screenshot').waitFor();
}
export const errorReply = (status: number, code: string, headers = {}) => ({
  status,
  headers,
  json: { success: false, error: { code, message: 'No.', details: [], request_id: 'req_1' } },
});
export const field = '<textarea id="field" aria-label="Field"></textarea>';
export const badge =
  '<penguin-status-badge integration="hubspot" variant="full"></penguin-status-badge>';
export const shown = (page: Page, tag: string) => page.locator(`${tag} button`).first().waitFor();

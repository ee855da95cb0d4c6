// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { renderStatusBadge } from '../../../src/widgets/statusBadge/StatusBadge.tsx';
import { createFakeApi, createTestContext } from '../../support/fakes.ts';
import { onPage } from '../../support/onPage.ts';
import { expiredToken, integrationOf } from '../../support/samples.ts';

configure({ asyncUtilTimeout: 20_000 }); // ends a test that hangs; a busy machine does not reach it
// Not in happy-dom.
HTMLElement.prototype.showPopover ??= () => {};
afterEach(cleanup);

function open(integration = 'hubspot') {
  const context = createTestContext({
    api: createFakeApi({
      listIntegrations: async () => ({
        integrations: [
          integrationOf('1', { ...expiredToken, name: 'HubSpot', provider: 'hubspot' }),
        ],
        incidents: [],
        maintenance: [],
      }),
    }),
  });
  render(renderStatusBadge(context, { integration }));
  return context;
}

it('names the integration and its state, and shows the reason', async () => {
  const context = open();
  const badge = await onPage().findByRole('button', { name: 'HubSpot: Reconnect needed' });
  fireEvent.click(badge);
  expect(await onPage().findByRole('dialog', { name: 'HubSpot' })).toBeDefined();
  expect(onPage().getByRole('button', { name: 'Reconnect' })).toBeDefined();
  expect(context.events.map(({ name }) => name)).toEqual(['support_status_view']);
});

it('shows that the account does not have an integration', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
  open('hubspott');
  expect(await onPage().findByRole('img', { name: 'hubspott: Unknown' })).toBeDefined();
  await waitFor(() =>
    expect(warned).toHaveBeenCalledWith(
      '[support-widget] No integration is called "hubspott". Did you mean "hubspot"?',
    ),
  );
});

it('closes at Escape, and opens the details', async () => {
  const context = open();
  const badge = await onPage().findByRole('button', { name: /HubSpot/ });
  fireEvent.click(badge);
  fireEvent.keyDown(await onPage().findByRole('dialog'), { key: 'Escape' });
  await waitFor(() => expect(onPage().queryByRole('dialog')).toBeNull());
  fireEvent.click(badge);
  fireEvent.click(await onPage().findByRole('button', { name: 'Details' }));
  expect(context.messenger.screen.value).toEqual({ id: 'integration', integration: '1' });
  expect(context.messenger.isOpen.value).toBe(true);
});

import { expect, test } from 'vitest';
import { upsertIntegration } from '../../src/contract/integrationAdmin.ts';
import { getIntegration } from '../../src/contract/integrationDetail.ts';
import { call } from './support/agent.ts';
import { createTestApp } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { invalidSignature, missingSignature } from './support/signatures.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();
const organization = '00D24000000XyzAEAS';

/** A message of Salesforce with two notifications. */
const message = (ids: readonly string[], organizationId = organization) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
 <soapenv:Body><notifications xmlns="http://soap.sforce.com/2005/09/outbound">
  <OrganizationId>${organizationId}</OrganizationId>
  <ActionId>04k240000008OtdAAE</ActionId>
  <SessionId>a-secret-session</SessionId>
  <EnterpriseUrl>https://acme.my.salesforce.com/services/Soap/c/61.0/${organizationId}</EnterpriseUrl>
  ${ids
    .map(
      (id) => `<Notification><Id>${id}</Id>
   <sObject xsi:type="sf:Contact" xmlns:sf="urn:sobject.enterprise.soap.sforce.com">
    <sf:Id>0032400000AbcdEAAR</sf:Id><sf:Email>ada@customer.example</sf:Email>
   </sObject></Notification>`,
    )
    .join('\n')}
 </notifications></soapenv:Body></soapenv:Envelope>`;

const [first, second, third] = ['04l0800002nrC5BAAU', '04l0800002nrC5CAAU', '04l0800002nrC5DAAU'];

async function open(credentials: Record<string, string> = {}) {
  const tenant = await createTenant(database.kysely);
  const app = createTestApp(database);
  const page = { key: tenant.publishableKey, visitor: newId() };
  const { id } = await call(app, { key: tenant.secretKey }, upsertIntegration, {
    body: {
      provider: 'salesforce',
      credentials: {
        access_token: 'sf-1',
        instance_url: 'https://acme.my.salesforce.com',
        ...credentials,
      },
    },
  });
  async function send(query: string, body: string): Promise<[number, string]> {
    const response = await app.request(`/v1/webhooks/salesforce/${id}${query}`, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'text/xml; charset=utf-8', SOAPAction: '""' },
    });
    return [response.status, await response.text()];
  }
  const log = async () => (await call(app, page, getIntegration, { params: { id } })).webhook_log;
  return { send, log };
}

const set = { outbound_token: 'token-1', organization_id: organization };

test('a message with the token and from the organization is accepted and acknowledged, once', async () => {
  const { send, log } = await open(set);
  for (const ids of [
    [first, second],
    [first, second],
    [second, third],
  ]) {
    const [status, text] = await send('?token=token-1', message(ids));
    expect(status).toBe(200);
    expect(text).toContain(
      '<notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>true</Ack>',
    );
  }
  expect((await log()).map(({ type }) => type)).toEqual(['Contact', 'Contact', 'Contact']);
  const rows = await asSuperuser(database.kysely, 'select * from support.received_events');
  expect(JSON.stringify(rows)).toContain('0032400000AbcdEAAR');
  expect(JSON.stringify(rows)).not.toMatch(/a-secret-session|ada@customer/);
});

test('a message without the token, with another one, or of another organization is rejected', async () => {
  const { send, log } = await open(set);
  const body = message([first]);
  expect(await send('', body)).toEqual([400, expect.stringContaining(missingSignature)]);
  const invalid = [400, expect.stringContaining(invalidSignature)];
  expect(await send('?token=', body)).toEqual(invalid);
  expect(await send('?token=token-2', body)).toEqual(invalid);
  expect(await send('?token=token-1', message([first], '00D24000000XyzBEAS'))).toEqual(invalid);
  expect(await send('?token=token-1', message([]))).toEqual(invalid);
  expect(await send('?token=token-1', '<OrganizationId>')).toEqual(invalid);
  expect(await log()).toEqual([]);
});

test('the organization can be in short form, and without a configured token no message is accepted', async () => {
  const short = await open({ ...set, organization_id: organization.slice(0, 15) });
  expect((await short.send('?token=token-1', message([first])))[0]).toBe(200);
  for (const credentials of [
    {},
    { outbound_token: 'token-1' },
    { organization_id: organization },
  ]) {
    const { send } = await open(credentials);
    expect((await send('?token=token-1', message([first])))[0]).toBe(400);
  }
});

import { createCannedReply } from '../../src/contract/cannedReply.ts';
import { expect, test } from '../support/demo.ts';
import { desk, isAccessible, keyOfSession } from '../support/desk.ts';

test.use({ allowed: /status of 409/ });

test('the second editor of a canned reply can load the other version, or overwrite it', async ({
  page,
}) => {
  await desk(page).open();
  const headers = { Authorization: `Bearer ${await keyOfSession(page)}` };
  const shortcut = `s${crypto.randomUUID().slice(0, 6)}`;
  const data = { name: `Shared ${shortcut}`, shortcut, text: 'First.' };
  const made = await page.request.post('/v1/agent/canned-replies', { headers, data });
  const { id } = createCannedReply.reply.parse((await made.json()).data);
  const theirs = (text: string) =>
    page.request.patch(`/v1/agent/canned-replies/${id}`, { headers, data: { text } });
  const main = page.getByRole('main');
  const text = main.getByLabel('Text');
  const press = (name: string) => main.getByRole('button', { name, exact: true }).click();

  await page.getByRole('button', { name: 'Canned replies' }).click();
  await press(`Edit ${data.name}`);
  await theirs('Theirs.');
  await text.fill('Mine.');
  await press('Save');
  await expect(main.getByRole('alert')).toContainText('has saved this canned reply since');
  await expect(text).toHaveValue('Mine.');
  await isAccessible(page);
  await press('Discard mine and load theirs');
  await expect(text).toHaveValue('Theirs.');
  await expect(main.getByRole('alert')).toHaveCount(0);

  await theirs('Theirs again.');
  await text.fill('Mine at last.');
  await press('Save');
  await press('Overwrite with mine');
  const row = main.getByRole('row', { name: `/${shortcut}` });
  await expect(row).toContainText('Mine at last.');
  await expect(main.getByRole('button', { name: 'New canned reply' })).toBeFocused();
});

import { expect, test, widget } from '../support/demo.ts';

test('an answer is written from the articles, can be followed up, and goes to the team', async ({
  page,
}) => {
  await page.goto('/');
  const { launcher, panel } = widget(page);
  await launcher.click();
  await panel.getByRole('button', { name: 'Search for answers' }).click();
  await panel.getByRole('combobox').fill('how do I set up a dkim record');
  await panel.getByRole('button', { name: 'Get an AI answer' }).click();
  await expect(panel.getByRole('heading', { name: 'Answer from AI' })).toBeFocused();
  await expect(panel.getByRole('list', { name: 'Sources' })).toContainText('Set up DKIM');
  const stop = panel.getByRole('button', { name: 'Stop' });
  await expect(stop).toBeHidden();
  await panel.getByRole('textbox', { name: 'Ask a follow-up question' }).fill('And for Google?');
  await page.keyboard.press('Enter');
  await expect(panel.getByText('And for Google?')).toBeVisible();
  await expect(stop).toBeHidden();
  await panel.getByRole('button', { name: 'Talk to a person' }).click();
  await expect(panel.getByRole('textbox', { name: /Describe|Description|Message/ })).toHaveValue(
    'how do I set up a dkim record\n\nAnd for Google?',
  );
  await panel.getByRole('button', { name: 'Details we’ll include' }).click();
  await expect(panel.getByRole('switch', { name: 'Questions to AI' })).toBeVisible();
  await expect(panel).toContainText('The answer from AI:');
});

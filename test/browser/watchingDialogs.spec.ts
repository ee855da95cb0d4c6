import { expect, test, widget } from '../support/demo.ts';
import { openPage, useBoth } from '../support/dialogs/steps.ts';

/** Listens like focus-trap, whose default options cancel presses outside the dialog. */
const cancelsPresses = `
  for (const type of ['mousedown', 'touchstart', 'click']) {
    onDocument(type, (event) => {
      event.preventDefault();
      if (type === 'click') event.stopImmediatePropagation();
    });
  }
  onDocument('focusin', () => theirs.querySelector('input').focus());
  onDocument('keydown', (event) => event.key === 'Tab' && theirs.querySelector('input').focus());`;

const takesFocusBack = `onDocument('focusin', () => theirs.querySelector('input').focus());`;

/** Listens like the dialogs of Ariakit and React Aria, which close from outside. */
const closesFromOutside = `
  for (const type of ['pointerdown', 'click', 'focusin', 'contextmenu', 'keydown']) {
    onDocument(type, (event) => {
      if (type === 'keydown' && event.key !== 'Escape') return;
      event.stopPropagation();
      if (type !== 'pointerdown') theirs.hidden = true;
    });
  }`;

for (const [does, attributes, listens] of [
  ['cancels presses outside it', 'role="dialog" aria-modal="true"', cancelsPresses],
  ['has no role and cancels presses outside it', '', cancelsPresses],
  ['closes from outside', 'role="dialog"', closesFromOutside],
  ['has no role and takes the focus back', '', takesFocusBack],
] as const) {
  test(`a dialog of the page that ${does} lets the widget be used and stays open`, async ({
    page,
  }) => {
    await openPage(
      page,
      'watching',
      `<button type="button" onclick="edit()">Edit</button>
       <div id="theirs" hidden ${attributes}><input aria-label="Name of the page"></div>
       <script>
         const onDocument = (type, listen) => document.addEventListener(type, (event) => {
           if (!theirs.hidden && !theirs.contains(event.target)) listen(event);
         }, true);
         function edit() {
           theirs.hidden = false;
           theirs.querySelector('input').focus();
           ${listens}
         }
       </script>`,
    );
    await useBoth(page);

    const panel = page.locator('penguin-support [part=panel]');
    await widget(page).launcher.click();
    await panel.getByLabel('Subject').click();
    await page.keyboard.press('Tab');
    await expect(panel.locator(':focus')).toBeVisible();
    await expect(panel.getByLabel('Subject')).not.toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await expect(panel.getByLabel('Subject')).toBeFocused();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    await expect(page.getByLabel('Name of the page')).toBeVisible();

    await widget(page).launcher.click();
    await panel.getByText('Contact support').first().click();
    await panel.getByLabel('Category').selectOption('technical');
    await panel.getByLabel('Description').fill('It stays as it was.');
    await panel.getByLabel('E-mail').fill('ada@acme.example');
    await panel.getByRole('button', { name: 'Send' }).click();
    await expect(panel.getByText('We’ve got your request')).toBeVisible();
    await expect(page.getByLabel('Name of the page')).toBeVisible();
  });
}

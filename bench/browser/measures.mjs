import { visit } from './visit.mjs';

/** The page until it is idle, with nothing pressed. */
export async function front(browser, address) {
  const one = await visit(browser, address);
  const untilShown = await one.page.waitForFunction(() => window.observed.launcher || false, null, {
    timeout: 5_000,
  });
  await untilShown.dispose();
  const shown = one.traffic();
  await one.settle();
  const { launcher, paint, blocking, shift } = await one.observed();
  const elements = await one.page.evaluate(
    () => document.querySelector('penguin-support')?.shadowRoot?.querySelectorAll('*').length ?? 1,
  );
  const result = {
    launcher,
    paint,
    blocking,
    shift,
    elements,
    bytesShown: shown.bytes,
    bytesIdle: one.traffic().bytes,
    script: await one.script(),
  };
  await one.close();
  return result;
}

/** The empty page until it is idle: what every other page is measured over. */
export async function empty(browser, address) {
  const one = await visit(browser, address);
  await one.settle();
  const { paint } = await one.observed();
  const result = { paint, script: await one.script() };
  await one.close();
  return result;
}

/** From the press to the painted frame in which the field has the focus. `target` is what is pressed. */
export async function opening(browser, address, target, { isCold = false } = {}) {
  const one = await visit(browser, address);
  if (isCold) await one.page.waitForFunction(() => window.observed.launcher);
  else await one.settle();
  const before = await one.observed();
  const traffic = one.traffic();
  await one.page.evaluate(waitForFocus);
  await one.page.locator(target).click();
  const opened = await one.page.evaluate(() => window.opened);
  const usable = one.traffic();
  await one.settle();
  const { blocking, interaction } = await one.observed();
  const after = one.traffic();
  await one.close();
  return {
    opened,
    interaction,
    blocking: blocking - before.blocking,
    bytes: usable.bytes - traffic.bytes,
    bytesWhole: after.bytes,
    requests: after.requests - traffic.requests,
  };
}

/** Puts the milliseconds from the next press to the focus, painted, into `window.opened`. */
function waitForFocus() {
  window.opened = new Promise((resolve) => {
    let began;
    addEventListener('pointerdown', ({ timeStamp }) => (began ??= timeStamp), true);
    const isOpen = () => {
      const root = document.querySelector('penguin-support')?.shadowRoot ?? document;
      const { activeElement } = root;
      if (root === document) return activeElement?.matches('dialog *');
      return (
        activeElement?.closest('[part=panel]') && root.querySelector('[part=panel] :is(h1, h2)')
      );
    };
    const look = () => {
      if (!began || !isOpen()) requestAnimationFrame(look);
      else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
    };
    look();
  });
}

/** From a key to the painted list of results: the first of a visit, and those after it. */
export async function keystrokes(browser, address, queries) {
  const one = await visit(browser, address);
  await one.settle();
  await one.page.locator('#search').click();
  const field = one.page.locator('penguin-support').getByRole('combobox');
  await field.waitFor();
  await one.settle();
  await one.page.evaluate(() => {
    window.painted = [];
    let pressed = null;
    addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), true);
    const { shadowRoot } = document.querySelector('penguin-support');
    // Once the list has changed, it is on the screen with the next frame.
    new MutationObserver(() => {
      if (pressed === null) return;
      const began = pressed;
      pressed = null;
      requestAnimationFrame(() => setTimeout(() => window.painted.push(performance.now() - began)));
    }).observe(shadowRoot.querySelector('[part=panel]'), {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  for (const query of queries) {
    await field.fill('');
    await field.pressSequentially(query, { delay: 150 });
  }
  const [first, ...next] = await one.page.evaluate(() => window.painted);
  await one.close();
  return { first, next: median(next) };
}

/** Bytes of the heap, idle and with the form open. */
export async function heap(browser, address, isWidget) {
  const one = await visit(browser, address, { isThrottled: false });
  await one.settle();
  // The automation of the page is in the heap, too.
  await one.page.getByLabel('Subject').count();
  const idle = await one.heap();
  if (!isWidget) {
    await one.close();
    return { idle };
  }
  await one.page.locator('#form').click();
  await one.page.locator('penguin-support').getByLabel('Subject').waitFor();
  await one.settle();
  const open = await one.heap();
  await one.close();
  return { idle, open };
}

/** The same page again in the same browser: what is still fetched, and when the button shows. */
export async function secondView(browser, address) {
  const first = await visit(browser, address);
  await first.settle();
  const second = await visit(browser, address, { context: first.context });
  await second.settle();
  const { launcher } = await second.observed();
  const { requests, bytes } = second.traffic();
  await second.close();
  return { launcher, requests, bytes };
}

/** Two hundred badges: requests to the backend, and script until they are drawn. */
export async function badges(browser, address) {
  const one = await visit(browser, address, { isThrottled: false });
  const asked = [];
  one.page.on('request', (request) => asked.push(request.url()));
  await one.page.waitForFunction(() =>
    [...document.querySelectorAll('penguin-status-badge')].every(
      ({ shadowRoot }) => shadowRoot?.textContent,
    ),
  );
  await one.settle();
  const result = {
    script: await one.script(),
    requests: asked.filter((url) => url.includes('/v1/integrations')).length,
  };
  await one.close();
  return result;
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

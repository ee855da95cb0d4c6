import { visit } from './visit.mjs';

/** Measures the page until it is idle, without any press. */
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

/** Measures the empty page until it is idle. All other pages are compared with it. */
export async function empty(browser, address) {
  const one = await visit(browser, address);
  await one.settle();
  const { paint } = await one.observed();
  const result = { paint, script: await one.script() };
  await one.close();
  return result;
}

/**
 * Measures from the press to the painted frame in which the field has the focus. `target`: the
 * element to press.
 */
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

/** Stores the milliseconds from the next press to the painted focus in `window.opened`. */
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

/**
 * Measures from a key press to the painted list of results: for the first key of a visit, and for
 * the following ones.
 */
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
    // After the list has changed, the next frame shows it.
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

/** Measures the bytes of the heap, idle and with the form open. */
export async function heap(browser, address, isWidget) {
  const one = await visit(browser, address, { isThrottled: false });
  await one.settle();
  // The test automation in the page also uses the heap.
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

/**
 * Opens the same page again in the same browser. Measures what is still fetched, and when the
 * button appears.
 */
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

/**
 * Measures two hundred badges: requests to the backend, and script time until they are rendered.
 */
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

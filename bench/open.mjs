import { withDemo } from '../build/demo.mjs';

/**
 * `node bench/open.mjs` after a build: medians of seven visits under four times CPU slowdown.
 * Press → field focused and painted, blocking time until idle, elements before opening.
 */
const visits = 7;
const rounds = [];
await withDemo(async (browser, url) => {
  for (let visit = 0; visit < visits; visit++) rounds.push(await measure(browser, url));
});

for (const name of Object.keys(rounds[0])) {
  const values = rounds.map((round) => round[name]).sort((a, b) => a - b);
  process.stdout.write(`${name.padEnd(44)} ${values[Math.floor(visits / 2)].toFixed(1)}\n`);
}

async function measure(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(() => {
    window.blocking = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.blocking += Math.max(0, duration - 50);
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(`${url}no-backend.html`);
  await page.waitForFunction(() => window.PenguinSupport?.('isOpen') === false);
  await page.waitForLoadState('networkidle');
  const blocking = await page.evaluate(() => window.blocking);
  const elements = await page.evaluate(
    () => document.querySelector('penguin-support').shadowRoot.querySelectorAll('*').length,
  );
  const open = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const { shadowRoot } = document.querySelector('penguin-support');
        const began = performance.now();
        window.PenguinSupport('open', 'ticket');
        const look = () => {
          if (shadowRoot.activeElement?.id?.startsWith('ticket-')) {
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
          } else requestAnimationFrame(look);
        };
        look();
      }),
  );
  await context.close();
  return {
    'blocking time until idle, ms': blocking,
    'elements in the shadow root before opening': elements,
    'open → field focused and painted, ms': open,
  };
}

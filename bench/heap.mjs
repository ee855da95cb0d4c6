import { withDemo } from '../build/demo.mjs';

/**
 * `node bench/heap.mjs` after a build: measures what the widget adds to the heap of an empty page,
 * in kB after a garbage collection: idle, with the form open, and for each round of init, open and
 * destroy.
 */
const rounds = 30;
const options = { apiKey: 'pk_test_demo', baseUrl: '/v1/', email: 'help@example.com' };

await withDemo(async (browser, url) => {
  const empty = await pageOf(browser, url, '');
  // The test automation in the page also uses the heap.
  await empty.page.getByLabel('Subject').count();
  const floor = await empty.heap();
  const { page, heap } = await pageOf(browser, url, '<script src="/embed/support.js"></script>');
  const start = () => page.evaluate((given) => window.PenguinSupport('init', given), options);
  const open = async () => {
    await page.evaluate(() => window.PenguinSupport('open', 'ticket'));
    await page.locator('penguin-support').getByLabel('Subject').waitFor();
  };
  const destroy = () => page.evaluate(() => window.PenguinSupport('destroy'));

  await page.getByLabel('Subject').count();
  await start();
  await page.waitForLoadState('networkidle');
  print('idle, over the empty page', (await heap()) - floor);
  await open();
  print('form open, over the empty page', (await heap()) - floor);
  await destroy();
  const play = async () => {
    for (let round = 0; round < rounds; round++) {
      await start();
      await open();
      await destroy();
    }
  };
  // Code that was loaded, compiled and cached once stays. Only growth in each further round is a
  // leak.
  await play();
  const before = await heap();
  await play();
  print('each further round of init, open, destroy', ((await heap()) - before) / rounds);
});

async function pageOf(browser, url, script) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route('**/empty.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Empty</title>${script}`,
    }),
  );
  await page.goto(`${url}empty.html`);
  const cdp = await context.newCDPSession(page);
  return {
    page,
    /** Returns the used bytes after a garbage collection. */
    async heap() {
      await cdp.send('HeapProfiler.collectGarbage');
      return (await cdp.send('Runtime.getHeapUsage')).usedSize;
    },
  };
}

function print(what, bytes) {
  process.stdout.write(`${what.padEnd(44)} ${(bytes / 1_000).toFixed(1)} kB\n`);
}

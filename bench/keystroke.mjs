import { withDemo } from '../build/demo.mjs';

/**
 * `node bench/keystroke.mjs` after a build: milliseconds from a key to the painted results of the
 * search, with a CPU slowed down four times, from articles on the device. The first key of a word
 * and those after it.
 */
const words =
  'domain record warm sending limit bounce mailbox campaign reply invoice token sync'.split(' ');
const queries = ['domain record', 'warm limit', 'mailbox sync', 'bounce invoice', 'reply token'];

await withDemo(async (browser, url) => {
  for (const count of [100, 1_000]) {
    process.stdout.write(`${await measure(browser, url, count)}\n`);
  }
});

async function measure(browser, url, count) {
  const page = await browser.newPage();
  await page.route('**/support/kb/index*', (route) =>
    route.fulfill({ json: envelope(index(count)) }),
  );
  await page.route('**/support/kb/search*', (route) => route.abort());
  await page.goto(url);
  await page.locator('penguin-support [part=launcher]').click();
  await page.getByRole('button', { name: 'Search for answers' }).click();
  const field = page.getByRole('combobox');
  await field.fill('domain');
  await page.getByRole('option').first().waitFor();
  await field.fill('');
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.evaluate(() => {
    window.painted = [];
    const { shadowRoot } = document.querySelector('penguin-support');
    let pressed = null;
    document.addEventListener(
      'keydown',
      () => {
        pressed = performance.now();
      },
      true,
    );
    // The list has changed: it is on the screen with the next frame.
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
    await field.pressSequentially(query, { delay: 120 });
  }
  const times = await page.evaluate(() => window.painted);
  await page.close();
  const sorted = times.sort((a, b) => a - b);
  const at = (share) => sorted[Math.floor((sorted.length - 1) * share)].toFixed(1);
  return `${count} articles: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, ${sorted.length} keys`;
}

function index(count) {
  const pick = (seed, length) =>
    Array.from({ length }, (_, at) => words[(seed * 7 + at * ((seed % 5) + 1)) % words.length]);
  const articles = Array.from({ length: count }, (_, seed) => ({
    slug: `article-${seed}`,
    title: `How to ${pick(seed, 4).join(' ')} ${seed}`,
    url: `https://help.example.com/article-${seed}`,
    category: 'domains',
    minutes: 2,
    description: pick(seed + 1, 8).join(' '),
    tags: pick(seed + 2, 3),
    headings: [pick(seed + 3, 4).join(' ')],
    text: Array.from({ length: 20 }, (_, at) => `${pick(seed + at, 12).join(' ')}.`).join(' '),
  }));
  return { version: `bench ${count}`, locale: 'en', limit: 1_000, synonyms: [], articles };
}

function envelope(data) {
  const meta = { request_id: 'req_bench', timestamp: new Date().toISOString() };
  return { success: true, data, meta };
}

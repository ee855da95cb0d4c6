/** Chromium's preset "Fast 4G", with the CPU slowed down four times. */
const fast4G = {
  offline: false,
  latency: 165,
  downloadThroughput: (9 * 1024 * 1024 * 0.9) / 8,
  uploadThroughput: (1.5 * 1024 * 1024 * 0.9) / 8,
};

/**
 * Longer than a request takes on this connection, and than the two seconds after which a busy page
 * counts as idle.
 */
const quietMs = 2_500;

/** Opens a page as a new visitor, or as a returning one with `context`. */
export async function visit(browser, address, { context: given, isThrottled = true } = {}) {
  const context = given ?? (await browser.newContext({ viewport: { width: 1280, height: 800 } }));
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Performance.enable');
  if (isThrottled) {
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await cdp.send('Network.emulateNetworkConditions', fast4G);
  }
  const traffic = countTraffic(cdp);
  await page.addInitScript(observe);
  await page.goto(address);
  return {
    page,
    context,
    traffic,
    /** Returns the milliseconds of script since the page started. */
    async script() {
      const { metrics } = await cdp.send('Performance.getMetrics');
      return 1_000 * metrics.find(({ name }) => name === 'ScriptDuration').value;
    },
    /** Returns the used bytes of the heap after a garbage collection. */
    async heap() {
      await cdp.send('HeapProfiler.collectGarbage');
      return (await cdp.send('Runtime.getHeapUsage')).usedSize;
    },
    observed: () => page.evaluate(() => window.observed),
    /**
     * Waits until no request has started or ended for a while, because an open stream never ends.
     */
    async settle() {
      for (let before; before !== JSON.stringify(traffic()); ) {
        before = JSON.stringify(traffic());
        await page.waitForTimeout(quietMs);
      }
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => resolve())));
    },
    close: () => context.close(),
  };
}

/** Counts requests over the network and their bytes, including headers but not cached responses. */
function countTraffic(cdp) {
  const requests = new Map();
  const total = { requests: 0, bytes: 0 };
  cdp.on('Network.responseReceived', ({ requestId, type, response }) => {
    const isCached = response.fromDiskCache || response.fromPrefetchCache;
    if (type === 'Document' || isCached || !/^http/.test(response.url)) return;
    requests.set(requestId, response.url);
    total.requests++;
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (requests.has(requestId)) total.bytes += encodedDataLength;
  });
  return () => ({ ...total });
}

/** Runs on the page before any other script. */
function observe() {
  const observed = { blocking: 0, interaction: 0, shift: 0, launcher: 0, paint: 0 };
  window.observed = observed;
  const watch = (type, use, options) =>
    new PerformanceObserver((list) => list.getEntries().forEach(use)).observe({
      type,
      buffered: true,
      ...options,
    });
  watch('longtask', ({ duration }) => {
    observed.blocking += duration - 50;
  });
  watch('layout-shift', ({ value }) => {
    observed.shift += value;
  });
  watch('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') observed.paint = startTime;
  });
  watch(
    'event',
    ({ interactionId, duration }) => {
      if (interactionId) observed.interaction = Math.max(observed.interaction, duration);
    },
    { durationThreshold: 16 },
  );
  const look = () => {
    const root = document.querySelector('penguin-support')?.shadowRoot ?? document;
    if (root.querySelector('[part=launcher], #launcher')) observed.launcher = performance.now();
    else requestAnimationFrame(look);
  };
  look();
}

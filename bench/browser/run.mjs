import { withDemo } from '../../build/demo.mjs';
import {
  badges,
  empty,
  front,
  heap,
  keystrokes,
  median,
  opening,
  secondView,
} from './measures.mjs';
import { startSite } from './site.mjs';

/**
 * `node bench/browser/run.mjs` after a build: measures the cost of the widget for a page, and how
 * fast it opens, compared with the empty page and a minimal alternative, in one run. Medians, with
 * the CPU slowed down four times and Fast 4G. `VISITS=9` makes nine visits of each (default 5).
 */
const visits = Number(process.env.VISITS ?? 5);
const queries = ['domain record', 'warm limit', 'mailbox sync'];

await withDemo(async (browser, demoUrl) => {
  const site = await startSite(demoUrl);
  const at = (name) => `${site.url}/${name}.html`;
  const many = async (measure) => {
    const results = [];
    for (let round = 0; round < visits; round++) results.push(await measure());
    return Object.fromEntries(
      Object.keys(results[0]).map((key) => [key, median(results.map((one) => one[key]))]),
    );
  };
  try {
    // The first visit of a browser compiles and caches more code than later ones.
    await front(browser, at('widget'));
    const bare = await many(() => empty(browser, at('empty')));
    const floor = await many(() => front(browser, at('floor')));
    const widget = await many(() => front(browser, at('widget')));
    const launcher = 'penguin-support [part=launcher]';
    const openFloor = await many(() => opening(browser, at('floor'), '#launcher'));
    const form = await many(() => opening(browser, at('widget'), '#form'));
    const home = await many(() => opening(browser, at('widget'), launcher));
    const search = await many(() => opening(browser, at('widget'), '#search'));
    const cold = await many(() => opening(browser, at('widget'), '#form', { isCold: true }));
    const keys = await many(() => keystrokes(browser, at('widget'), queries));
    const bareHeap = await many(() => heap(browser, at('empty'), false));
    const widgetHeap = await many(() => heap(browser, at('widget'), true));
    const secondFloor = await many(() => secondView(browser, at('floor')));
    const second = await many(() => secondView(browser, at('widget')));
    const many200 = await many(() => badges(browser, at('badges')));

    const kB = (bytes) => bytes / 1_000;
    print('bytes until the launcher shows, kB', kB(widget.bytesShown), 2, kB(floor.bytesShown));
    print('bytes of who never opens it, kB', kB(widget.bytesIdle), 20, kB(floor.bytesIdle));
    print(
      'script until idle, over the empty page, ms',
      widget.script - bare.script,
      4,
      floor.script - bare.script,
    );
    print('launcher visible, against the floor', widget.launcher / floor.launcher, 1.05, 1);
    print('first paint, over the empty page, ms', widget.paint - bare.paint, 0);
    print('elements before opening', widget.elements, 5, floor.elements);
    print('layout shift', widget.shift, 0);
    print('form, press → focused and painted, ms', form.opened, 60, openFloor.opened);
    print('home, the same', home.opened, 60, openFloor.opened);
    print('search, the same', search.opened, 60, openFloor.opened);
    print('form, pressed before it is prefetched, ms', cold.opened, 165 + 60);
    print('blocking time while the form opens, ms', form.blocking, 5, openFloor.blocking);
    print('longest interaction, ms', form.interaction, 60, openFloor.interaction);
    print('form, all bytes until it is used, kB', kB(form.bytesWhole), 22);
    print('form, requests after the press', form.requests, 4);
    print('first key → list painted, ms', keys.first, 60);
    print('next keys, ms', keys.next, 24);
    print('heap over the empty page, idle, kB', kB(widgetHeap.idle - bareHeap.idle), 80);
    print('heap with the form open, kB', kB(widgetHeap.open - bareHeap.idle), 700);
    print('second view, requests', second.requests, 0, secondFloor.requests);
    print('second view, launcher against the floor', second.launcher / secondFloor.launcher, 1.05);
    print('200 badges, requests for their status', many200.requests, 1);
    print('200 badges, script until drawn, ms', many200.script, 30);
  } finally {
    await site.stop();
  }
});

function print(what, value, goal, floor) {
  const cells = [value, goal, floor].map((cell) =>
    cell === undefined ? '' : `${Math.round(cell * 100) / 100}`,
  );
  process.stdout.write(
    `${what.padEnd(46)} ${cells[0].padStart(8)}   goal ${cells[1].padEnd(6)} ${cells[2] && `floor ${cells[2]}`}\n`,
  );
}

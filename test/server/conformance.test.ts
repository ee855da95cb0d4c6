import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type CheckResult, checkConformance } from '../../server/conformance/conformance.ts';
import { groups } from '../../server/conformance/groups.ts';
import { linesOf, summaryOf } from '../../server/conformance/report.ts';
import { endpoints, eventEndpoints, lateEndpoints } from '../../src/contract/index.ts';
import { snippets } from '../support/snippets.ts';
import { serveReference } from './support/conformance.ts';
import { isPostgres, openForFile } from './support/database.ts';
import { plantedFaults } from './support/plantedFaults.ts';

const database = openForFile();
let reference: Awaited<ReturnType<typeof serveReference>>;
beforeAll(async () => {
  reference = await serveReference(database);
});
afterAll(() => reference.close());
beforeEach(() => reference.setProxy((request, next) => next(request)));

const namesOf = (results: readonly CheckResult[], outcome: CheckResult['outcome']) =>
  results.filter((result) => result.outcome === outcome).map(({ name }) => name);

/** They change integrations, which a run does not create. */
const ofIntegrations = /^(start|finish)Connect|(check|sync|disconnect)Integration$/;

test('the reference backend passes every check, and every endpoint of pages is used', async () => {
  const used = new Set<string>();
  reference.setProxy((request, next) => {
    used.add(`${request.method} ${new URL(request.url).pathname.replace('/v1/', '')}`);
    return next(request);
  });
  const results = await checkConformance(reference.options);
  expect(results.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  const unused = Object.entries({ ...endpoints, ...eventEndpoints, ...lateEndpoints })
    .filter(([, { method, path }]) => {
      const pattern = new RegExp(`^${method} ${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
      return ![...used].some((one) => pattern.test(one));
    })
    .map(([name]) => name);
  expect(unused.filter((name) => !ofIntegrations.test(name))).toEqual([]);
});

// A proxy makes the faults, so the database does not matter.
const testOnPostgres = test.runIf(isPostgres);

testOnPostgres.each(plantedFaults)(
  'a planted fault is found by: $check',
  async ({ group, check, fault }) => {
    reference.setProxy(fault);
    const results = await checkConformance({ ...reference.options, timeoutMs: 3_000 }, [group]);
    expect(namesOf(results, 'failed')).toContain(check);
    expect(JSON.stringify(results)).not.toContain('status 500');
  },
);

test('checks that need missing keys are skipped, and say what to provide', async () => {
  const { url, key } = reference.options;
  const results = await checkConformance({ url, key });
  expect(namesOf(results, 'failed')).toEqual([]);
  const skipped = results.flatMap((result) => ('reason' in result ? [result.reason] : []));
  expect(new Set(skipped)).toEqual(
    new Set(
      ['--secret', '--origin <allowed origin>', '--identity-secret <secret>']
        .concat('--other-key <publishable key>')
        .map((flag) => `Give ${flag} to check it.`),
    ),
  );
});

testOnPostgres('the report of an example in the docs is what a run prints', async () => {
  const check = 'Shared caches store no response';
  const planted = plantedFaults.find((fault) => fault.check === check);
  if (planted === undefined) throw new Error(`No fault is planted for: ${check}`);
  reference.setProxy(planted.fault);
  const results = await checkConformance({ ...reference.options, otherKey: undefined });
  const printed = [...results.flatMap(linesOf), summaryOf(results)].map((line) => line.trim());
  const shown = snippets
    .filter(({ page, language }) => page === 'docs/conformance.md' && language === 'text')
    .flatMap(({ code }) => code.split('\n').map((line) => line.trim()));
  expect(shown.filter((line) => line !== '' && !printed.includes(line))).toEqual([]);
  expect(shown.length).toBeGreaterThan(5);
});

test('no two checks have the same name', () => {
  const names = groups.flatMap(({ checks }) => checks.map(({ name }) => name));
  expect(new Set(names).size).toBe(names.length);
});

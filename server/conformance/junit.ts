import type { CheckResult } from './conformance.ts';

/** Returns the results as a JUnit report for CI services. Each group is a test suite. */
export function junitOf(results: readonly CheckResult[]): string {
  const suites = [...new Set(results.map(({ group }) => group))].map((group) => {
    const own = results.filter((result) => result.group === group);
    return [
      `  <testsuite name="${asXml(group)}" ${countsOf(own)}>`,
      ...own.map(caseOf),
      '  </testsuite>',
    ].join('\n');
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="conformance" ${countsOf(results)}>`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function countsOf(results: readonly CheckResult[]): string {
  const count = (outcome: CheckResult['outcome']) =>
    results.filter((result) => result.outcome === outcome).length;
  const seconds = results.reduce((sum, result) => sum + result.seconds, 0);
  return `tests="${results.length}" failures="${count('failed')}" skipped="${count('not checked')}" time="${seconds.toFixed(3)}"`;
}

function caseOf(result: CheckResult): string {
  const { group, name, seconds } = result;
  const start = `    <testcase classname="${asXml(group)}" name="${asXml(name)}" time="${seconds.toFixed(3)}"`;
  if (result.outcome === 'passed') return `${start}/>`;
  if (result.outcome === 'not checked') {
    return `${start}><skipped message="${asXml(result.reason)}"/></testcase>`;
  }
  const { expected, actual, advice } = result;
  const text = `Expected: ${expected}\nActual: ${actual}\nFix: ${advice}`;
  return `${start}><failure message="${asXml(`Expected ${expected}`)}">${asXml(text)}</failure></testcase>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Escapes text for XML and removes characters that XML does not allow. */
function asXml(value: string): string {
  return value
    .replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '�')
    .replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

import { existsSync, readFileSync } from 'node:fs';

/**
 * Returns the failed tests with name and message from the JSON report of Vitest or Playwright.
 * Returns '' without failures.
 */
export function failuresIn(report) {
  if (!report || !existsSync(report)) return '';
  const json = JSON.parse(readFileSync(report, 'utf8'));
  return (json.suites ? playwrightFailures(json.suites) : vitestFailures(json.testResults))
    .map(({ name, message }) => `✗ ${name}\n${message.slice(0, 2_000)}\n`)
    .join('\n');
}

function vitestFailures(files) {
  return files.flatMap((file) => {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed');
    // A file that could not be loaded has a message but no tests.
    if (failed.length === 0 && file.status === 'failed')
      return [{ name: file.name, message: file.message ?? '' }];
    return failed.map(({ fullName, failureMessages }) => ({
      name: `${file.name}: ${fullName}`,
      message: failureMessages.join('\n'),
    }));
  });
}

function playwrightFailures(suites) {
  return suites.flatMap(({ suites: inner = [], specs = [], file }) => [
    ...playwrightFailures(inner),
    ...specs
      .filter(({ ok, tests }) => !ok || tests.some(({ status }) => status === 'flaky'))
      .map(({ title, tests }) => ({
        name: `${file}: ${title}`,
        message: tests
          .flatMap(({ results }) => results)
          .flatMap(({ errors }) => errors)
          .map(({ message }) => message)
          .join('\n'),
      })),
  ]);
}

/**
 * Returns the number of tests in the JSON report of Vitest or Playwright. `code`: the exit code of
 * the runner. A part without tests counts as one, and so does a runner that fails without a failed
 * test.
 */
export function countOf(report, code) {
  if (!report || !existsSync(report))
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  const json = JSON.parse(readFileSync(report, 'utf8'));
  const counts = json.stats
    ? { passed: json.stats.expected, failed: json.stats.unexpected + json.stats.flaky }
    : { passed: json.numPassedTests, failed: json.numFailedTests + unloadedFiles(json) };
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

/** Returns the number of files that failed without a test, because they could not be loaded. */
function unloadedFiles({ testResults }) {
  const isUnloaded = ({ status, assertionResults }) =>
    status === 'failed' && assertionResults.every((test) => test.status !== 'failed');
  return testResults.filter(isUnloaded).length;
}

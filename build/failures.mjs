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

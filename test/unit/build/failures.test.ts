import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { countOf, failuresIn } from '../../../build/failures.mjs';

it('counts a file that could not be loaded as a failure, also if the runner exits with 0', () => {
  const folder = mkdtempSync(join(tmpdir(), 'support-report-'));
  const report = join(folder, 'report.json');
  const passed = { status: 'passed', fullName: 'works', failureMessages: [] };
  const testResults = [
    { name: 'a.test.ts', status: 'passed', assertionResults: [passed] },
    { name: 'b.test.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] },
  ];
  writeFileSync(report, JSON.stringify({ numPassedTests: 1, numFailedTests: 0, testResults }));
  expect(countOf(report, 0)).toEqual({ passed: 1, failed: 1 });
  expect(failuresIn(report)).toContain('b.test.ts');
  rmSync(folder, { recursive: true });
});

import { readFile } from 'node:fs/promises';
import { SetUpError } from './terminal.mjs';

/** The counts of a check that has no tests of its own: its exit code. */
export function countExit(code) {
  return code === 0
    ? { passed: 1, failed: 0, skipped: 0 }
    : { passed: 0, failed: 1, skipped: 0 };
}

/** Reads the counts of a Jest run from its JSON report. */
export async function countJest(file) {
  const report = await readReport(file);
  return {
    passed: report.numPassedTests,
    // A test file that does not even load has no tests to count, and has failed all the same.
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Reads the counts of a Playwright run from its JSON report. */
export async function countPlaywright(file) {
  const { stats, errors } = await readReport(file);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}

/** Reads the counts of a `node --test` run from its TAP output. */
export async function countTap(file) {
  const text = await readFile(file, 'utf8');
  const count = name =>
    Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  return {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped') + count('todo'),
  };
}

export function addCounts(all) {
  return all.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

async function readReport(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    throw new SetUpError(`The run left no report in '${file}'.`);
  }
}

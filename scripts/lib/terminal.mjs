/** One line about what is going on. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** An error the reader can act on: shown as one line, without a stack. */
export class SetUpError extends Error {}

/** Runs a script's main function; a SetUpError ends it with one clear line, anything else with its stack. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    const text = error instanceof SetUpError ? error.message : error.stack;
    process.stderr.write(`fairlead: ${text}\n`);
    process.exitCode = 1;
  }
}

export function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

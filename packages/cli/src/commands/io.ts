import { isError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import { CannotRunError } from '../files/CannotRunError';

/** Where a command writes, and where it runs. */
export interface CommandIo {
  cwd: string;
  /** The variables of the environment; none when left out. */
  env?: Record<string, string | undefined>;
  write(text: string): void;
  writeError(text: string): void;
}

/** The exit code of a command that could not run. */
const COULD_NOT_RUN = 2;

/** The command where the Backstage CLI runs it. */
export function processIo(): CommandIo {
  return {
    cwd: process.cwd(),
    env: process.env,
    write: text => process.stdout.write(text),
    writeError: text => process.stderr.write(text),
  };
}

/** Runs a command; what keeps it from running is said in one line. Answers with the exit code. */
export async function runCommand(
  io: CommandIo,
  command: () => Promise<number>,
): Promise<number> {
  try {
    return await command();
  } catch (error) {
    const message = isError(error) ? error.message : String(error);
    io.writeError(`${message.replace(/\s*\n\s*/g, ' ')}\n`);
    return COULD_NOT_RUN;
  }
}

/** Throws for an option that there is none of. */
export function assertKnown(
  unknownFlags: Record<string, unknown>,
  name: string,
): void {
  const [unknown] = Object.keys(unknownFlags);
  if (unknown !== undefined) {
    throw new CannotRunError(
      isolated`There is no option '--${unknown}', see ${name} --help`,
    );
  }
}

/** A value of an option that takes certain ones. */
export function oneOf<T extends string>(
  flag: string,
  value: string,
  allowed: readonly T[],
): T {
  const found = allowed.find(one => one === value);
  if (!found) {
    throw new CannotRunError(
      isolated`${flag} takes ${allowed.join(', ')}, not '${value}'`,
    );
  }
  return found;
}

import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isolated } from '@fairlead/bidi-text';
import { CommandIo } from '../commands/io';
import { CannotRunError } from './CannotRunError';

/** Prints what a command made, or writes it to a file that is not there yet. */
export async function writeOutput(
  text: string,
  output: string | undefined,
  io: CommandIo,
): Promise<void> {
  if (output === undefined) {
    io.write(text);
    return;
  }
  await writeFile(resolve(io.cwd, output), text, { flag: 'wx' }).catch(
    error => {
      throw new CannotRunError(
        error.code === 'EEXIST'
          ? isolated`'${output}' is there already, name another file`
          : isolated`'${output}' cannot be written: ${
              error.code ?? error.message
            }`,
      );
    },
  );
}

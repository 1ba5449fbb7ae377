import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CliCommandContext } from '@backstage/cli-node';
import {
  importChecklist,
  readTrackEntity,
} from '@fairlead/backstage-plugin-onboarding-common';
import { isolated } from '@fairlead/bidi-text';
import { cli } from 'cleye';
import { stringify } from 'yaml';
import { CannotRunError } from '../../files/CannotRunError';
import { printable } from '../../report/printable';
import { assertKnown, CommandIo, processIo, runCommand } from '../io';
import { readFileText } from './readCatalog';

const CLEAN = 0;
const PROBLEMS = 1;

/** What is written as the owner where none was named, for the team to be put in its place. */
const NOBODY = 'group:default/unknown';

/** `fairlead onboarding import`; answers with the exit code. */
export async function runImport(
  { args, info }: CliCommandContext,
  io: CommandIo,
): Promise<number> {
  return runCommand(io, async () => {
    const { path, owner, name, output } = readArguments(args, info.usage);
    const text = await readFileText(resolve(io.cwd, path), path);
    const { track, problems } = importChecklist(text, {
      owner: owner ?? NOBODY,
      ...(name && { name }),
    });
    for (const { line, column, message } of problems) {
      io.writeError(`${printable(`${path}:${line}:${column}: ${message}`)}\n`);
    }
    if (!track) {
      return PROBLEMS;
    }
    const [wrong] = readTrackEntity(track).problems;
    if (wrong) {
      throw new CannotRunError(
        `The track would not be a good one: ${wrong.path}: ${wrong.message}`,
      );
    }
    if (owner === undefined) {
      io.writeError(
        `Nobody answers for the track yet: write the team in place of ${NOBODY}, or give --owner\n`,
      );
    }
    const yaml = stringify(track, { lineWidth: 0 });
    if (output === undefined) {
      io.write(yaml);
    } else {
      await writeFile(resolve(io.cwd, output), yaml, { flag: 'wx' }).catch(
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
    return CLEAN;
  });
}

/** The command as the Backstage CLI loads it. */
export default async (context: CliCommandContext) => {
  process.exitCode = await runImport(context, processIo());
};

function readArguments(args: string[], name: string) {
  const { _, flags, unknownFlags } = cli(
    {
      name,
      parameters: ['[checklist]'],
      help: {
        description:
          'Turns a checklist in Markdown, such as a template of an issue, into an onboarding track. What could not be read is told on the standard error. Exits with 0 when there is a track, 1 when there is no task in it, 2 when it could not run.',
        examples: [
          `${name} .github/ISSUE_TEMPLATE/onboarding.md --owner group:default/platform --output tracks/engineers.yaml`,
        ],
      },
      flags: {
        owner: {
          type: String,
          placeholder: '<ref>',
          description: 'The team that answers for the track',
        },
        name: {
          type: String,
          placeholder: '<name>',
          description:
            'The name of the entity; made from the title when left out',
        },
        output: {
          type: String,
          placeholder: '<file>',
          description: 'Where the YAML goes; printed when left out',
        },
      },
    },
    undefined,
    args,
  );
  assertKnown(unknownFlags, name);
  const path = _.checklist;
  if (path === undefined) {
    throw new CannotRunError(`Name the checklist: ${name} <checklist.md>`);
  }
  return {
    path,
    owner: flags.owner === undefined ? undefined : readOwner(flags.owner),
    name: flags.name,
    output: flags.output,
  };
}

function readOwner(owner: string): string {
  if (!/^(?:(?:group|user):)?(?:[^\s:/]+\/)?[^\s:/]+$/i.test(owner)) {
    throw new CannotRunError(
      isolated`--owner takes the ref of a team such as group:default/platform, not '${owner}'`,
    );
  }
  return owner;
}

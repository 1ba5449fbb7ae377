import { resolve } from 'node:path';
import { CliCommandContext } from '@backstage/cli-node';
import {
  importChecklist,
  readTrackEntity,
} from '@fairlead/backstage-plugin-onboarding-common';
import { cli } from 'cleye';
import { stringify } from 'yaml';
import { CannotRunError } from '../../files/CannotRunError';
import { readFileText } from '../../files/readCatalog';
import { NOBODY, readOwner } from '../../files/readOwner';
import { writeOutput } from '../../files/writeOutput';
import { printable } from '../../report/printable';
import { assertKnown, CommandIo, processIo, runCommand } from '../io';

const CLEAN = 0;
const PROBLEMS = 1;

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
    await writeOutput(yaml, output, io);
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

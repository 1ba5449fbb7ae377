import { CliCommandContext } from '@backstage/cli-node';
import { LintSeverity } from '@fairlead/backstage-plugin-runbooks-common';
import { cli } from 'cleye';
import { CannotRunError } from '../../files/CannotRunError';
import { formatText } from '../../report/formatText';
import { isAtLeast, SEVERITIES } from '../../report/LintReport';
import { assertKnown, CommandIo, oneOf, processIo, runCommand } from '../io';
import { lintTracks } from './lintTracks';

const CLEAN = 0;
const PROBLEMS = 1;

/** `fairlead onboarding lint`; answers with the exit code. */
export async function runLint(
  { args, info }: CliCommandContext,
  io: CommandIo,
): Promise<number> {
  return runCommand(io, async () => {
    const { paths, format, failOn } = readArguments(args, info.usage);
    const report = await lintTracks({ paths, cwd: io.cwd });
    io.write(
      format === 'json'
        ? `${JSON.stringify(report, null, 2)}\n`
        : formatText(report),
    );
    return report.problems.some(problem => isAtLeast(problem, failOn))
      ? PROBLEMS
      : CLEAN;
  });
}

/** The command as the Backstage CLI loads it. */
export default async (context: CliCommandContext) => {
  process.exitCode = await runLint(context, processIo());
};

function readArguments(args: string[], name: string) {
  const { _, flags, unknownFlags } = cli(
    {
      name,
      parameters: ['[path...]'],
      help: {
        description:
          'Lints onboarding tracks in YAML. Exits with 0 when all is well, 1 with problems as bad as --fail-on or worse, 2 when it could not run.',
        examples: [`${name} tracks`, `${name} tracks --format json`],
      },
      flags: {
        format: {
          type: String,
          placeholder: '<text|json>',
          description: 'How the problems are printed',
          default: 'text',
        },
        failOn: {
          type: String,
          placeholder: '<error|warning|info>',
          description: 'The least severity that makes the command fail',
          default: 'error',
        },
      },
    },
    undefined,
    args,
  );
  assertKnown(unknownFlags, name);
  if (_.path.length === 0) {
    throw new CannotRunError(
      `Name the files or folders of tracks: ${name} <path...>`,
    );
  }
  return {
    paths: _.path,
    format: oneOf('--format', flags.format, ['text', 'json']),
    failOn: oneOf<LintSeverity>('--fail-on', flags.failOn, SEVERITIES),
  };
}

import { CliCommandContext } from '@backstage/cli-node';
import { LintSeverity } from '@fairlead/backstage-plugin-runbooks-common';
import { cli } from 'cleye';
import { CannotRunError } from '../../files/CannotRunError';
import { formatText } from '../../report/formatText';
import { isAtLeast, SEVERITIES } from '../../report/LintReport';
import { assertKnown, CommandIo, oneOf, processIo, runCommand } from '../io';
import { lintFiles } from './lintFiles';

/** The exit codes of linting. */
const CLEAN = 0;
const PROBLEMS = 1;

/** `fairlead runbooks lint`; answers with the exit code. */
export async function runLint(
  { args, info }: CliCommandContext,
  io: CommandIo & {
    /** By which it is judged how old something is. */
    now: Date;
  },
): Promise<number> {
  return runCommand(io, async () => {
    const { paths, format, failOn, ...options } = readArguments(
      args,
      info.usage,
    );
    const report = await lintFiles({
      paths,
      ...options,
      cwd: io.cwd,
      now: io.now,
    });
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
  process.exitCode = await runLint(context, {
    ...processIo(),
    now: new Date(),
  });
};

function readArguments(args: string[], name: string) {
  const { _, flags, unknownFlags } = cli(
    {
      name,
      parameters: ['[path...]'],
      help: {
        description:
          'Lints runbooks in Markdown, and with --rules the alerts that lead to them. Exits with 0 when all is well, 1 with problems as bad as --fail-on or worse, 2 when it could not run.',
        examples: [
          `${name} runbooks`,
          `${name} runbooks --rules 'rules/**/*.yaml' --format json`,
        ],
      },
      flags: {
        rules: {
          type: [String],
          placeholder: '<glob>',
          description:
            'Files of Prometheus rules whose alerts are held against the runbooks; may be given several times',
        },
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
        exceptions: {
          type: String,
          placeholder: '<file>',
          description:
            'A YAML file of problems that are right as they are, with reasons',
        },
        config: {
          type: String,
          placeholder: '<file>',
          description: 'A YAML file of sections, severities and sites',
        },
      },
    },
    undefined,
    args,
  );
  assertKnown(unknownFlags, name);
  const paths = _.path;
  if (paths.length === 0) {
    throw new CannotRunError(
      `Name the files or folders of runbooks: ${name} <path...>`,
    );
  }
  return {
    paths,
    rules: flags.rules,
    exceptions: flags.exceptions,
    config: flags.config,
    format: oneOf('--format', flags.format, ['text', 'json']),
    failOn: oneOf<LintSeverity>('--fail-on', flags.failOn, SEVERITIES),
  };
}

import { CliCommandContext } from '@backstage/cli-node';
import { LintSeverity } from '@fairlead/backstage-plugin-runbooks-common';
import { cli } from 'cleye';
import { CannotRunError } from '../../files/CannotRunError';
import { formatMarkdown } from '../../report/formatMarkdown';
import { formatText } from '../../report/formatText';
import { isAtLeast, LintReport, SEVERITIES } from '../../report/LintReport';
import { assertKnown, CommandIo, oneOf, processIo, runCommand } from '../io';
import { gatherKnowledge } from './knowledge';
import { lintScorecards } from './lintScorecards';

const CLEAN = 0;
const PROBLEMS = 1;

const FORMATS: Record<string, (report: LintReport) => string> = {
  text: formatText,
  json: report => `${JSON.stringify(report, null, 2)}\n`,
  markdown: formatMarkdown,
};

/** `fairlead scorecards lint`; answers with the exit code. */
export async function runLint(
  { args, info }: CliCommandContext,
  io: CommandIo,
): Promise<number> {
  return runCommand(io, async () => {
    const { paths, format, failOn, ...known } = readArguments(args, info.usage);
    const knowledge = await gatherKnowledge(known, io);
    const report = await lintScorecards({ paths, cwd: io.cwd, knowledge });
    io.write(FORMATS[format](report));
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
          'Lints scorecards in YAML. Exits with 0 when all is well, 1 with problems as bad as --fail-on or worse, 2 when it could not run.',
        examples: [
          `${name} scorecards`,
          `${name} scorecards --facts facts.json --fail-on warning`,
          `${name} scorecards --portal https://portal.example.com --format markdown`,
        ],
      },
      flags: {
        facts: {
          type: String,
          placeholder: '<file>',
          description:
            'The facts that scorecards may name: what GET /api/scorecards/facts answers, or a list',
        },
        catalog: {
          type: String,
          placeholder: '<folder>',
          description: 'The folder with the YAML of groups, to look owners up',
        },
        portal: {
          type: String,
          placeholder: '<url>',
          description:
            'The backend of the portal to ask for facts and owners, with the token in FAIRLEAD_TOKEN',
        },
        format: {
          type: String,
          placeholder: '<text|json|markdown>',
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
      `Name the files or folders of scorecards: ${name} <path...>`,
    );
  }
  return {
    paths: _.path,
    facts: flags.facts,
    catalog: flags.catalog,
    portal: flags.portal,
    format: oneOf('--format', flags.format, Object.keys(FORMATS)),
    failOn: oneOf<LintSeverity>('--fail-on', flags.failOn, SEVERITIES),
  };
}

import { resolve } from 'node:path';
import { CliCommandContext } from '@backstage/cli-node';
import { parseScorecardYaml } from '@fairlead/backstage-plugin-scorecards-common';
import { cli } from 'cleye';
import { CannotRunError } from '../../files/CannotRunError';
import { readFileText } from '../../files/readCatalog';
import { Portal } from '../../portal/Portal';
import { printable } from '../../report/printable';
import { assertKnown, CommandIo, oneOf, processIo, runCommand } from '../io';
import { formatPreviewMarkdown, formatPreviewText } from './formatPreview';
import { PreviewReport, readPreview } from './readPreview';

const CLEAN = 0;
const PROBLEMS = 1;

const FORMATS: Record<string, (report: PreviewReport) => string> = {
  text: formatPreviewText,
  json: report => `${JSON.stringify(report, null, 2)}\n`,
  markdown: formatPreviewMarkdown,
};

/** What makes the command fail, by the value of `--fail-on`. */
const FAILS: Record<string, (report: PreviewReport) => boolean> = {
  none: () => false,
  loss: ({ lost }) => lost.length > 0,
  flip: ({ lost, flips }) =>
    lost.length > 0 || flips.some(({ from }) => from === 'pass'),
  change: ({ lost, gained, flips }) =>
    lost.length + gained.length + flips.length > 0,
};

/** `fairlead scorecards preview`; answers with the exit code. Nothing is stored by the portal. */
export async function runPreview(
  { args, info }: CliCommandContext,
  io: CommandIo,
): Promise<number> {
  return runCommand(io, async () => {
    const { path, url, format, failOn } = readArguments(args, info.usage);
    const text = await readFileText(resolve(io.cwd, path), path);
    const portal = new Portal({ url, env: io.env ?? {} });
    const { entity, positions } = parseScorecardYaml(text);
    const report = await readPreview(portal, text, entity);
    if (report.problems.length > 0) {
      for (const { path: at, message } of report.problems) {
        const { line, column } = positions.rangeOf(at) ?? {
          line: 1,
          column: 1,
        };
        io.writeError(
          `${printable(
            `${path}:${line}:${column}: ${[at, message]
              .filter(Boolean)
              .join(': ')}`,
          )}\n`,
        );
      }
      return PROBLEMS;
    }
    io.write(FORMATS[format](report));
    return FAILS[failOn](report) ? PROBLEMS : CLEAN;
  });
}

/** The command as the Backstage CLI loads it. */
export default async (context: CliCommandContext) => {
  process.exitCode = await runPreview(context, processIo());
};

function readArguments(args: string[], name: string) {
  const { _, flags, unknownFlags } = cli(
    {
      name,
      parameters: ['[scorecard]'],
      help: {
        description:
          'Shows which entities gain and lose a level by a scorecard as it is in the file, and which checks turn. The portal computes it and stores nothing; the token is taken from FAIRLEAD_TOKEN. Exits with 0 when all is well, 1 with problems in the scorecard or what --fail-on names, 2 when it could not run.',
        examples: [
          `${name} scorecards/readiness.yaml --portal https://portal.example.com`,
          `${name} scorecards/readiness.yaml --portal https://portal.example.com --format markdown --fail-on loss`,
        ],
      },
      flags: {
        portal: {
          type: String,
          placeholder: '<url>',
          description: 'The backend of the portal',
        },
        format: {
          type: String,
          placeholder: '<text|json|markdown>',
          description: 'How the outcome is printed',
          default: 'text',
        },
        failOn: {
          type: String,
          placeholder: '<none|loss|flip|change>',
          description:
            'What makes the command fail: a level that is lost, a check that passed and does not any more, or any change',
          default: 'none',
        },
      },
    },
    undefined,
    args,
  );
  assertKnown(unknownFlags, name);
  const { scorecard: path } = _;
  if (path === undefined || flags.portal === undefined) {
    throw new CannotRunError(
      `Name the scorecard and the portal: ${name} <scorecard.yaml> --portal https://portal.example.com`,
    );
  }
  return {
    path,
    url: flags.portal,
    format: oneOf('--format', flags.format, Object.keys(FORMATS)),
    failOn: oneOf('--fail-on', flags.failOn, Object.keys(FAILS)),
  };
}

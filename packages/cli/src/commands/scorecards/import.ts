import { resolve } from 'node:path';
import { KubernetesValidatorFunctions } from '@backstage/catalog-model';
import { CliCommandContext } from '@backstage/cli-node';
import {
  importCompass,
  ImportedScorecards,
  ImportOptions,
  importTechInsights,
  importThresholds,
  validateScorecard,
} from '@fairlead/backstage-plugin-scorecards-common';
import { isolated } from '@fairlead/bidi-text';
import { cli } from 'cleye';
import { stringify } from 'yaml';
import { CannotRunError } from '../../files/CannotRunError';
import { readFileText } from '../../files/readCatalog';
import { NOBODY, readOwner } from '../../files/readOwner';
import { writeOutput } from '../../files/writeOutput';
import { printable } from '../../report/printable';
import { assertKnown, CommandIo, oneOf, processIo, runCommand } from '../io';

const CLEAN = 0;
const NOTHING = 1;

type Importer = (text: string, options: ImportOptions) => ImportedScorecards;

const IMPORTERS: Record<string, Importer> = {
  'tech-insights': importTechInsights,
  rhdh: importThresholds,
  compass: importCompass,
};

/** `fairlead scorecards import`; answers with the exit code. */
export async function runImport(
  { args, info }: CliCommandContext,
  io: CommandIo,
): Promise<number> {
  return runCommand(io, async () => {
    const { product, path, owner, name, output } = readArguments(
      args,
      info.usage,
    );
    const text = await readFileText(resolve(io.cwd, path), path);
    const { scorecards, notes } = IMPORTERS[product](text, {
      owner: owner ?? NOBODY,
      ...(name !== undefined && { name }),
    });
    for (const { line, column, message } of notes) {
      io.writeError(`${printable(`${path}:${line}:${column}: ${message}`)}\n`);
    }
    if (scorecards.length === 0) {
      return NOTHING;
    }
    // The checks are known to be good, each by itself.
    const [wrong] = scorecards.flatMap(({ spec, ...head }) =>
      validateScorecard({
        ...head,
        spec: { ...spec, checks: spec.checks.slice(0, 1) },
      }),
    );
    if (wrong) {
      throw new CannotRunError(
        `The scorecard would not be a good one: ${wrong.path}: ${wrong.message}`,
      );
    }
    if (owner === undefined) {
      io.writeError(
        `Nobody answers for the scorecard yet: write the team in place of ${NOBODY}, or give --owner\n`,
      );
    }
    const yaml = scorecards
      .map(scorecard => stringify(scorecard, { lineWidth: 0 }))
      .join('---\n');
    await writeOutput(yaml, output, io);
    return CLEAN;
  });
}

/** The command as the Backstage CLI loads it. */
export default async (context: CliCommandContext) => {
  process.exitCode = await runImport(context, processIo());
};

function readArguments(args: string[], name: string) {
  const products = Object.keys(IMPORTERS);
  const { _, flags, unknownFlags } = cli(
    {
      name,
      parameters: ['[product]', '[file]'],
      help: {
        description: `Turns the checks of another product into scorecards: ${products.join(
          ', ',
        )}. What has no equivalent is told on the standard error. Exits with 0 when there is a scorecard, 1 when nothing could be brought along, 2 when it could not run.`,
        examples: [
          `${name} tech-insights app-config.yaml --owner group:default/platform --output scorecards/tech-insights.yaml`,
          `${name} rhdh app-config.yaml`,
          `${name} compass scorecard.json`,
        ],
      },
      flags: {
        owner: {
          type: String,
          placeholder: '<ref>',
          description: 'The team that answers for the scorecard',
        },
        name: {
          type: String,
          placeholder: '<name>',
          description: 'The name of the entity',
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
  const { product, file } = _;
  if (product === 'cortex') {
    throw new CannotRunError(
      'Scorecards of Cortex are written in its query language CQL, which has no equivalent here and cannot be converted: write each rule as a check, see docs/rule-language.md',
    );
  }
  if (product === undefined || file === undefined) {
    throw new CannotRunError(
      `Name the product and the file: ${name} <${products.join('|')}> <file>`,
    );
  }
  if (
    flags.name !== undefined &&
    !KubernetesValidatorFunctions.isValidObjectName(flags.name)
  ) {
    throw new CannotRunError(
      isolated`--name takes letters, digits and single - _ . between them, at most 63, not '${flags.name}'`,
    );
  }
  return {
    product: oneOf('The product', product, products),
    path: file,
    owner: flags.owner === undefined ? undefined : readOwner(flags.owner),
    name: flags.name,
    output: flags.output,
  };
}

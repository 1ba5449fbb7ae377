import { dirname, relative } from 'node:path';
import { FileProblem } from '@fairlead/backstage-plugin-runbooks-common';
import { isolated } from '@fairlead/bidi-text';
import { minimatch } from 'minimatch';
import * as z from 'zod';
import { toPosix } from '../../files/findFiles';
import { YamlFile } from '../../files/readYaml';
import { ruleName } from './config';

/** What `--exceptions` holds. */
export const exceptionsSchema = z
  .array(
    z.strictObject({
      /** A pattern of files, relative to the folder of the file of exceptions; without a `/` of names in any folder. */
      file: z.string().min(1),
      rule: ruleName,
      reason: z
        .string({ error: 'is missing, say why this is right as it is' })
        .trim()
        .min(1, { error: 'is empty, say why this is right as it is' }),
      /** The last day on which it holds. */
      until: z.iso.date({ error: 'takes a day such as 2027-01-31' }).optional(),
    }),
  )
  .max(10_000);

export type ExceptionsFile = YamlFile<z.output<typeof exceptionsSchema>> & {
  /** Where it is on this machine. */
  path: string;
  /** As it is shown. */
  file: string;
};

/**
 * Takes out the problems that are excepted, and puts in those of the exceptions themselves: one that fits nothing, and one
 * whose time is over, which no longer excepts anything.
 *
 * @param pathOf - where a file is on this machine
 * @param today - as `2027-01-31`
 */
export function applyExceptions(
  problems: readonly FileProblem[],
  exceptions: ExceptionsFile,
  pathOf: (file: string) => string,
  today: string,
): FileProblem[] {
  const folder = dirname(exceptions.path);
  const used = new Set<number>();
  const isOver = (until: string | undefined) =>
    until !== undefined && until < today;
  const left = problems.filter(({ file, rule }) => {
    const path = toPosix(relative(folder, pathOf(file)));
    const fitting = exceptions.value.flatMap((exception, index) =>
      exception.rule === rule && fits(path, exception.file)
        ? [{ index, exception }]
        : [],
    );
    fitting.forEach(({ index }) => used.add(index));
    return !fitting.some(({ exception }) => !isOver(exception.until));
  });
  const own = exceptions.value.flatMap(
    ({ file, rule, until }, index): FileProblem[] => {
      const problem = {
        file: exceptions.file,
        line: exceptions.lineOf([index]),
        column: 1,
        severity: 'warning' as const,
      };
      if (!used.has(index)) {
        return [
          {
            ...problem,
            rule: 'exception-unused',
            message: isolated`No problem ${rule} is left in '${file}', remove the exception`,
          },
        ];
      }
      return isOver(until)
        ? [
            {
              ...problem,
              rule: 'exception-expired',
              message: isolated`The exception from ${rule} for '${file}' held until ${until}: mend what it is about, or give it a later day`,
            },
          ]
        : [];
    },
  );
  return [...left, ...own];
}

function fits(path: string, pattern: string): boolean {
  const plain = pattern.replace(/^\.\//, '');
  return minimatch(path, plain, { dot: true, matchBase: !plain.includes('/') });
}

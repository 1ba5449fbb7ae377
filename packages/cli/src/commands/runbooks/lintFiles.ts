import { existsSync } from 'node:fs';
import { dirname, posix, resolve } from 'node:path';
import {
  checkAlertRules,
  FileProblem,
  lintRunbook,
  readAlertRules,
  readRunbookOutline,
  RunbookFile,
} from '@fairlead/backstage-plugin-runbooks-common';
import { isolated } from '@fairlead/bidi-text';
import { CannotRunError } from '../../files/CannotRunError';
import { expandGlobs } from '../../files/expandGlobs';
import { findFiles, FoundFile, showPath } from '../../files/findFiles';
import { readText } from '../../files/readText';
import { readYaml } from '../../files/readYaml';
import { compareProblems, LintReport } from '../../report/LintReport';
import { LintConfig, lintConfigSchema, pagingOf, sectionsOf } from './config';
import { applyExceptions, exceptionsSchema } from './exceptions';

/** What is to be linted, and by what. */
export interface LintFilesOptions {
  /** Files and folders of runbooks. */
  paths: readonly string[];
  /** Files of Prometheus rules, as patterns. */
  rules?: readonly string[];
  exceptions?: string;
  config?: string;
  /** Where relative paths begin. */
  cwd: string;
  now: Date;
}

const MARKDOWN = /\.(?:md|markdown)$/i;
const YAML = /\.ya?ml$/i;

/** Pages that say what is in a folder. */
const INDEX = /^(?:readme|_?index)\.(?:md|markdown)$/i;

/** Lints files, and says what is wrong in all of them. */
export async function lintFiles(
  options: LintFilesOptions,
): Promise<LintReport> {
  const { cwd, paths, now } = options;
  const config = options.config
    ? (
        await readYaml(
          resolve(cwd, options.config),
          options.config,
          lintConfigSchema,
        )
      ).value
    : {};
  const found = await findFiles(paths, {
    cwd,
    isWanted: name => MARKDOWN.test(name),
  });
  const runbooks = found.filter(isRunbook);
  if (runbooks.length === 0) {
    throw new CannotRunError(
      isolated`There is no runbook in ${paths.join(
        ', ',
      )}, files end with .md or .markdown`,
    );
  }
  const ruleFiles = options.rules?.length
    ? await expandGlobs(options.rules, {
        cwd,
        isWanted: name => YAML.test(name),
      })
    : [];

  const problems: FileProblem[] = [];
  const anchors = createAnchorReader();
  for (const { file, path } of runbooks) {
    const text = await readText(path);
    problems.push(
      ...lintRunbook(text, {
        ...config,
        sections: sectionsOf(config),
        ...linksFrom(path, await anchors.readAll(text, path)),
      }).map(problem => ({ file, ...problem })),
    );
  }
  if (ruleFiles.length > 0) {
    problems.push(...(await lintRules(ruleFiles, found, config)));
  }
  return {
    files: runbooks.length + ruleFiles.length,
    problems: (await withoutExceptions(problems, options, cwd, now)).sort(
      compareProblems,
    ),
  };
}

/** Pages that list runbooks are none, unless somebody names one. */
function isRunbook({ within, isNamed }: FoundFile): boolean {
  return isNamed || !INDEX.test(posix.basename(within));
}

async function lintRules(
  ruleFiles: readonly FoundFile[],
  found: readonly FoundFile[],
  config: LintConfig,
): Promise<FileProblem[]> {
  const problems: FileProblem[] = [];
  const files = [];
  for (const { file, path } of ruleFiles) {
    const reading = readAlertRules(await readText(path), config);
    const severity = config.severities?.['rules-unreadable'] ?? 'error';
    if (severity !== 'off') {
      problems.push(
        ...reading.problems.map(problem => ({ file, ...problem, severity })),
      );
    }
    files.push({ file, rules: reading.rules });
  }
  const runbooks: RunbookFile[] = [];
  for (const one of found) {
    const outline = readRunbookOutline(await readText(one.path));
    const folder = posix.dirname(one.within);
    runbooks.push({
      path: one.within,
      file: one.file,
      anchors: outline.anchors,
      links: outline.links
        .filter(({ url }) => !/^(?:[a-z][a-z0-9+.-]*:|\/|#)/i.test(url))
        .map(({ url }) =>
          posix.normalize(posix.join(folder, url.replace(/[#?].*$/s, ''))),
        ),
      isIndex: !isRunbook(one),
    });
  }
  problems.push(
    ...checkAlertRules(files, {
      runbooks,
      sites: config.sites,
      paging: pagingOf(config),
      severities: config.severities,
    }),
  );
  return problems;
}

/** What is on this machine of what a runbook links to. */
function linksFrom(
  path: string,
  anchors: ReadonlyMap<string, readonly string[]>,
) {
  return {
    isFileThere(link: string) {
      // Generators of sites make pages of files, under names that have no extension or another one.
      const isPage = !/\.[a-z0-9]{1,10}$/i.test(link) || /\.html?$/i.test(link);
      return (
        existsSync(resolve(dirname(path), link)) || (isPage ? undefined : false)
      );
    },
    anchorsOf: (link: string) => anchors.get(resolve(dirname(path), link)),
  };
}

/** Reads the anchors of the files that runbooks link to, each file once. */
function createAnchorReader() {
  const known = new Map<string, readonly string[]>();
  return {
    async readAll(
      text: string,
      path: string,
    ): Promise<ReadonlyMap<string, readonly string[]>> {
      for (const [, link] of text.matchAll(
        /\(<?([^\s()<>#]{1,500}\.(?:md|markdown))#/gi,
      )) {
        const target = resolve(dirname(path), decode(link));
        if (!known.has(target) && existsSync(target)) {
          known.set(target, readRunbookOutline(await readText(target)).anchors);
        }
      }
      return known;
    },
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

async function withoutExceptions(
  problems: FileProblem[],
  { exceptions }: LintFilesOptions,
  cwd: string,
  now: Date,
): Promise<FileProblem[]> {
  if (!exceptions) {
    return problems;
  }
  const path = resolve(cwd, exceptions);
  const file = await readYaml(path, exceptions, exceptionsSchema);
  return applyExceptions(
    problems,
    { ...file, path, file: showPath(path, cwd) },
    shown => resolve(cwd, shown),
    now.toISOString().slice(0, 10),
  );
}

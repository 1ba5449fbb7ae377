import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { FileProblem } from '@fairlead/backstage-plugin-runbooks-common';
import {
  compileScorecard,
  findRepeats,
  lintScorecard,
  parseScorecardYaml,
  ScorecardEntityV1alpha1,
  SourcePositions,
  SourceRange,
} from '@fairlead/backstage-plugin-scorecards-common';
import { isolated } from '@fairlead/bidi-text';
import { CannotRunError } from '../../files/CannotRunError';
import {
  findYaml,
  FoundDocument,
  readFileText,
  splitDocuments,
} from '../../files/readCatalog';
import { compareProblems, LintReport } from '../../report/LintReport';
import { Knowledge, ownerRefOf } from './knowledge';

/** A scorecard that is valid, and where it stands. */
interface GoodScorecard {
  entity: ScorecardEntityV1alpha1;
  file: string;
  linesBefore: number;
  positions: SourcePositions;
}

type Told = Pick<FileProblem, 'rule' | 'severity' | 'message'>;

/** Lints the scorecards in files; other entities in them are passed over. */
export async function lintScorecards(options: {
  paths: readonly string[];
  cwd: string;
  knowledge: Knowledge;
}): Promise<LintReport> {
  const { paths, cwd, knowledge } = options;
  const problems: FileProblem[] = [];
  const good = new Map<string, GoodScorecard>();
  let files = 0;
  for (const { file, path, isNamed } of await findYaml(paths, { cwd })) {
    const documents = splitDocuments(await readFileText(path, file)).filter(
      document => isScorecard(document, isNamed),
    );
    files += documents.length > 0 ? 1 : 0;
    for (const { text, linesBefore } of documents) {
      const { entity, positions, told } = readDocument(text, knowledge);
      problems.push(
        ...told.map(({ range, ...problem }) => ({
          ...problem,
          ...placeOf(range, { file, linesBefore }),
        })),
      );
      if (entity) {
        const scorecard = { entity, file, linesBefore, positions };
        const ref = stringifyEntityRef(entity);
        const other = good.get(ref);
        if (other) {
          problems.push(
            at(scorecard, 'metadata.name', {
              rule: 'scorecard-twice',
              severity: 'error',
              message: isolated`metadata.name: there is '${ref}' already, in ${
                other.file
              }:${other.linesBefore + 1}; give one of them another name`,
            }),
          );
        } else {
          good.set(ref, scorecard);
        }
      }
    }
  }
  if (files === 0) {
    throw new CannotRunError(
      isolated`There is no scorecard in ${paths.join(
        ', ',
      )}, files end with .yaml or .yml and hold the kind Scorecard`,
    );
  }
  for (const scorecard of good.values()) {
    problems.push(...(await lintOne(scorecard, knowledge)));
  }
  problems.push(...lintTogether(good));
  return { files, problems: problems.sort(compareProblems) };
}

/** A file that somebody names is meant as a scorecard; in a folder only what says that it is one, or cannot be read as such. */
function isScorecard(
  { value, text }: FoundDocument,
  isNamed: boolean,
): boolean {
  const kind = (value as Entity | null | undefined)?.kind;
  return value === undefined
    ? isNamed || /^kind:\s*["']?Scorecard\b/m.test(text)
    : kind === 'Scorecard' || (isNamed && kind === undefined);
}

/** What the catalog would refuse. What only the facts speak against is told apart from what is wrong anyway. */
function readDocument(text: string, { facts }: Knowledge) {
  const read = parseScorecardYaml(text);
  const rule = read.entity ? 'fact-wrong' : 'scorecard-wrong';
  const { entity, positions, problems } =
    read.entity && facts ? parseScorecardYaml(text, { facts }) : read;
  return {
    entity,
    positions,
    told: problems.map(({ path, message, range }) => ({
      rule,
      severity: 'error' as const,
      message: [path, message].filter(Boolean).join(': '),
      range,
    })),
  };
}

async function lintOne(
  scorecard: GoodScorecard,
  { facts, staleReason, hasEntity }: Knowledge,
): Promise<FileProblem[]> {
  const { entity } = scorecard;
  const problems = lintScorecard(entity, { facts }).map(
    ({ path, rule, message }) =>
      at(scorecard, path, {
        rule,
        severity: 'warning',
        message: `${path}: ${message}`,
      }),
  );
  for (const [index, check] of entity.spec.checks.entries()) {
    const path = `spec.checks[${index}].rule`;
    const alone = { ...entity, spec: { ...entity.spec, checks: [check] } };
    for (const id of compileScorecard(alone).factIds) {
      const reason = staleReason?.(id);
      if (reason !== undefined) {
        problems.push(
          at(scorecard, path, {
            rule: 'fact-stale',
            severity: 'warning',
            message: isolated`${path}: asks for '${id}', but ${reason}`,
          }),
        );
      }
    }
  }
  const ref = ownerRefOf(entity.spec.owner, entity.metadata.namespace);
  if (hasEntity && !(await hasEntity(ref))) {
    problems.push(
      at(scorecard, 'spec.owner', {
        rule: 'owner-unknown',
        severity: 'warning',
        message: isolated`spec.owner: there is no '${ref}' in the catalog, so nobody answers for the scorecard`,
      }),
    );
  }
  return problems;
}

/** What one scorecard asks again that another one asks already. */
function lintTogether(good: ReadonlyMap<string, GoodScorecard>): FileProblem[] {
  return findRepeats([...good.values()].map(({ entity }) => entity)).flatMap(
    ({ scorecardRef, path, asks, first }) => {
      const scorecard = good.get(scorecardRef);
      const isElsewhere = first.scorecardRef !== scorecardRef;
      return scorecard && isElsewhere
        ? [
            at(scorecard, `${path}.${asks}`, {
              rule: 'check-repeats-elsewhere',
              severity: 'info',
              message: isolated`${path}.${asks}: asks what the check '${first.checkId}' of '${first.scorecardRef}' asks of the same entities`,
            }),
          ]
        : [];
    },
  );
}

function at(
  { file, linesBefore, positions }: GoodScorecard,
  path: string,
  told: Told,
): FileProblem {
  return {
    ...told,
    ...placeOf(positions.rangeOf(path), { file, linesBefore }),
  };
}

function placeOf(
  range: SourceRange | undefined,
  { file, linesBefore }: { file: string; linesBefore: number },
) {
  return {
    file,
    line: linesBefore + (range?.line ?? 1),
    column: range?.column ?? 1,
  };
}

import { NotFoundError } from '@backstage/errors';
import { ForCaller } from '@fairlead/backend-routes';
import { isolated } from '@fairlead/bidi-text';
import {
  CatalogFile,
  CatalogFileProblem,
  CheckFixResponse,
  CheckResult,
  compileScorecard,
  createFactDirectory,
  describeRule,
  editCatalogFile,
  EntityFix,
  EntityScorecardsResponse,
  FactDirectory,
  findEntityFix,
  FixFileProblem,
  formatAgentBrief,
  locateCatalogFile,
  mergeDeclared,
  writeChanges,
} from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { FactStore } from '../../intake/facts/FactStore';
import { KnownFacts } from '../../intake/facts/KnownFacts';
import {
  ScorecardDefinitions,
  ScorecardInForce,
} from '../../judging/definitions/ScorecardDefinitions';
import { Candidate } from '../../judging/evaluation/Candidate';
import { EntityResults } from '../results';
import { CatalogFiles } from './CatalogFiles';
import { compareLevels } from './compareLevels';
import { FixRequest, Fixes } from './Fixes';
import { readJudgedEntity } from './readJudgedEntity';

const FILE_PROBLEMS: Record<CatalogFileProblem, string> = {
  template:
    'The file is made by a template; make the edit where it is filled in',
  syntax: 'The file is not valid YAML; mend it first',
  'not-found':
    'The file does not declare the entity; make the edit where it is declared',
  elsewhere: 'The file fills the field from another file; make the edit there',
  'no-place':
    'The file is written in a way that leaves no place for the edit; make it by hand',
  ahead: 'The file says so already; the catalog reads it soon',
};

/** Has the rule engine look for the edit, and the file of the entity for the place of it. */
export class DefaultFixes implements Fixes {
  readonly #db: Knex;
  readonly #definitions: ScorecardDefinitions;
  readonly #entities: EntityResults<ForCaller>;
  readonly #facts: FactStore;
  readonly #files: CatalogFiles;
  readonly #known: KnownFacts;

  static create(options: {
    db: Knex;
    definitions: ScorecardDefinitions;
    entities: EntityResults<ForCaller>;
    facts: FactStore;
    files: CatalogFiles;
    known: KnownFacts;
  }): DefaultFixes {
    return new DefaultFixes(options);
  }

  private constructor(options: {
    db: Knex;
    definitions: ScorecardDefinitions;
    entities: EntityResults<ForCaller>;
    facts: FactStore;
    files: CatalogFiles;
    known: KnownFacts;
  }) {
    this.#db = options.db;
    this.#definitions = options.definitions;
    this.#entities = options.entities;
    this.#facts = options.facts;
    this.#files = options.files;
    this.#known = options.known;
  }

  async get(request: FixRequest, caller: ForCaller): Promise<CheckFixResponse> {
    const { entityRef, scorecardRef, checkId } = request;
    // What the caller may see of the entity: every other read below is of the same, or of these scorecards.
    const { json } = await this.#entities.getScorecards(entityRef, caller);
    const { scorecards }: EntityScorecardsResponse = JSON.parse(json);
    const check = scorecards
      .find(scorecard => scorecard.scorecardRef === scorecardRef)
      ?.checks.find(({ id }) => id === checkId);
    if (!check) {
      throw new NotFoundError(
        isolated`'${entityRef}' is not judged by a check '${checkId}' of '${scorecardRef}'`,
      );
    }
    const now = Date.now();
    const visible = new Set(scorecards.map(item => item.scorecardRef));
    const inForce = (await this.#definitions.list()).filter(item =>
      visible.has(item.scorecardRef),
    );
    const scorecard = inForce.find(item => item.scorecardRef === scorecardRef);
    const candidate = await readJudgedEntity(this.#db, {
      entityRef,
      facts: this.#facts,
      now,
      scorecards: inForce,
    });
    const known = createFactDirectory(await this.#known.list());
    const file = candidate && locateCatalogFile(candidate.entity);
    const fix =
      scorecard && candidate && file && check.status === 'fail'
        ? await findEntityFix({
            definition: scorecard.definition,
            checkId,
            entity: candidate.entity,
            facts: candidate.facts,
            known,
            now,
          })
        : undefined;
    const edit =
      fix &&
      (await this.#edit({
        fix,
        candidate: candidate!,
        file: file!,
        scorecards: inForce,
        scorecardRef,
        checkId,
        known,
        now,
      }));
    const told = tellFix(check);
    return {
      gains: [],
      loses: [],
      ...told,
      ...edit,
      prompt: formatAgentBrief({
        entityRef,
        sourceUrl: file?.type === 'url' ? file.target : undefined,
        scorecardRef,
        check,
        rule: describe(scorecard, checkId, known),
        edit: edit?.lines,
      }),
    };
  }

  async #edit(options: {
    fix: EntityFix;
    candidate: Candidate;
    file: CatalogFile;
    scorecards: readonly ScorecardInForce[];
    scorecardRef: string;
    checkId: string;
    known: FactDirectory;
    now: number;
  }): Promise<Omit<CheckFixResponse, 'prompt'>> {
    const { fix, candidate, file, scorecardRef, known, now } = options;
    const judged = options.scorecards.map(item => ({
      scorecardRef: item.scorecardRef,
      compiled:
        item.scorecardRef === scorecardRef && item.definition !== fix.definition
          ? compileScorecard(fix.definition, { facts: known })
          : item.compiled,
    }));
    const answer = {
      kind: 'edit' as const,
      changes: fix.changes,
      placeholders: fix.placeholders,
      lines: writeChanges(fix.changes),
      ...compareLevels(candidate, fix.entity, { scorecards: judged, now }),
    };
    if (file.type === 'file') {
      return {
        ...answer,
        problem: {
          reason: 'unreachable',
          message:
            'The file is on a disk of the portal; make the edit where it comes from',
        },
      };
    }
    const located = {
      ...answer,
      file: file.target,
      editUrl: this.#files.editUrl(file.target),
    };
    const text = await this.#files.read(file.target);
    if (typeof text !== 'string') {
      return { ...located, problem: text };
    }
    const edited = editCatalogFile(text, {
      entityRef: candidate.entityRef,
      changes: fix.changes,
    });
    if (typeof edited === 'string') {
      return { ...located, problem: problemOf(edited) };
    }
    const { before, after, line } = edited;
    return this.#passesAsDeclared(text, options)
      ? { ...located, before, after, line }
      : {
          ...located,
          problem: {
            reason: 'differs',
            message:
              'The file says something else than the catalog; try again when the catalog has read it',
          },
        };
  }

  /** Whether the check passes with what the edited file declares, which can be ahead of the catalog. */
  #passesAsDeclared(
    text: string,
    options: {
      fix: EntityFix;
      candidate: Candidate;
      checkId: string;
      known: FactDirectory;
      now: number;
    },
  ): boolean {
    const { fix, candidate, checkId, known, now } = options;
    const edited = editCatalogFile(text, {
      entityRef: candidate.entityRef,
      changes: fix.examples,
    });
    return (
      typeof edited !== 'string' &&
      compileScorecard(fix.definition, { facts: known })
        .evaluate({
          entity: mergeDeclared(candidate.entity, edited.declares, fix.changes),
          facts: candidate.facts,
          now,
        })
        .checks.some(({ id, status }) => id === checkId && status === 'pass')
    );
  }
}

function problemOf(reason: CatalogFileProblem): FixFileProblem {
  return { reason, message: FILE_PROBLEMS[reason] };
}

/** What the scorecard's owners say. */
function tellFix({
  status,
  fix,
  question,
}: CheckResult): Pick<CheckFixResponse, 'kind' | 'text' | 'url' | 'verify'> {
  const told = { text: fix?.text, url: fix?.url, verify: fix?.verify };
  if (status === 'pass' || status === 'not-applicable') {
    return { kind: 'none' };
  }
  if (fix?.url) {
    return { kind: 'link', ...told };
  }
  if (question) {
    // Nobody but the team that is asked can give the answer.
    return { kind: 'text', ...told, text: fix?.text ?? question.text };
  }
  return { kind: fix?.text ? 'text' : 'none', ...told };
}

function describe(
  scorecard: ScorecardInForce | undefined,
  checkId: string,
  facts: FactDirectory,
): string | undefined {
  const rule = scorecard?.definition.spec.checks.find(
    ({ id }) => id === checkId,
  )?.rule;
  return rule && describeRule(rule, { facts });
}

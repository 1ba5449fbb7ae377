import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  CompiledScorecard,
  compileScorecard,
  createFactDirectory,
  FactDirectory,
  LevelCounts,
  PreviewResponse,
  ScorecardEntityV1alpha1,
  ScorecardEvaluation,
} from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { createPauses } from '@fairlead/background-work';
import { inPages } from '@fairlead/bulk-sql';
import { setTimeout as sleep } from 'node:timers/promises';
import { decodeCursor, encodeCursor } from '@fairlead/backend-routes';
import { FactStore } from '../../intake/facts/FactStore';
import { KnownFacts } from '../../intake/facts/KnownFacts';
import { emptyLevels } from '../results';
import { Visibility, ForVisible } from '../../catalog/visibility';
import { FirstOf } from './FirstOf';
import { Preview, PreviewRequest } from './Preview';
import { readDefinition } from './readDefinition';
import {
  PreviewedEntity,
  readPreviewedEntities,
} from './readPreviewedEntities';
import {
  compareSortKeys,
  SortKey,
  sortKeyOf,
  SortKeySchema,
  StandingChange,
} from './Standing';

const TIMEOUT = 60_000;

/** Milliseconds in which all else is answered before another definition is read. */
const BREATH = 50;

/** Steps of evaluation for one request: about what can be done until it times out. */
const MOST_STEPS = 1_000_000_000;

/** Characters of explanation on one page. */
const MOST_TEXT = 1_000_000;

/** How many entities are explained before what they came to is looked at. */
const EXPLAINED_AT_ONCE = 20;

interface Listed {
  key: SortKey;
  change: StandingChange;
}

/** One preview under way. */
interface Run {
  compiled: CompiledScorecard;
  definition: ScorecardEntityV1alpha1;
  scorecardRef: string;
  /** Whether there are results that the caller may compare with. */
  hasResults: boolean;
  visibility: Visibility;
  now: number;
  signal?: AbortSignal;
}

/**
 * Evaluates over the stored entities and facts, page by page. Each page of the answer is a run of its own, which keeps
 * only what it will list: neither memory nor the database holds anything between two of them.
 */
export class DefaultPreview implements Preview<ForVisible> {
  readonly #db: Knex;
  readonly #facts: FactStore;
  readonly #known: KnownFacts;
  readonly #timeout: number;
  readonly #steps: number;
  #reading: Promise<unknown> = Promise.resolve();

  static create(options: {
    db: Knex;
    facts: FactStore;
    known: KnownFacts;
    /** Milliseconds. @defaultValue a minute */
    timeout?: number;
    /** The work of one request, in steps of evaluation. @defaultValue about as much as can be done in a minute */
    steps?: number;
  }): DefaultPreview {
    return new DefaultPreview(options);
  }

  private constructor(options: {
    db: Knex;
    facts: FactStore;
    known: KnownFacts;
    timeout?: number;
    steps?: number;
  }) {
    this.#db = options.db;
    this.#facts = options.facts;
    this.#known = options.known;
    this.#timeout = options.timeout ?? TIMEOUT;
    this.#steps = options.steps ?? MOST_STEPS;
  }

  /**
   * Reads one definition after the other, with a moment for all else between them: reading is in pieces that hold the
   * event loop longer than any other step, and those of several requests would come back to back.
   */
  #read(scorecard: PreviewRequest['scorecard'], facts: FactDirectory) {
    const read = this.#reading.then(() => readDefinition(scorecard, { facts }));
    const breathe = () => sleep(BREATH);
    this.#reading = read.then(breathe, breathe);
    return read;
  }

  async run(
    request: PreviewRequest,
    { visibility }: ForVisible,
  ): Promise<PreviewResponse> {
    const facts = createFactDirectory(await this.#known.list());
    const { definition, problems } = await this.#read(request.scorecard, facts);
    if (!definition) {
      return { problems, totals: { before: null, after: {} }, entities: [] };
    }
    const scorecardRef = stringifyEntityRef(definition);
    const run: Run = {
      compiled: compileScorecard(definition, { facts }),
      definition,
      scorecardRef,
      hasResults: await this.#hasResults(scorecardRef, visibility),
      visibility,
      now: Date.now(),
      signal: request.signal,
    };
    return this.#evaluate(run, request);
  }

  async #evaluate(
    run: Run,
    { scorecard, entityRefs, limit, cursor }: PreviewRequest,
  ): Promise<PreviewResponse> {
    const list = ['preview', scorecard, entityRefs];
    const after = decodeCursor(list, SortKeySchema, cursor);
    const totals = {
      before: run.hasResults ? emptyLevels(run.definition) : null,
      after: emptyLevels(run.definition),
    };
    const listed = new FirstOf<Listed>(limit + 1, (a, b) =>
      compareSortKeys(a.key, b.key),
    );
    for await (const [{ entityRef, before }, evaluation] of this.#evaluations(
      run,
      entityRefs,
    )) {
      if (before && totals.before) {
        count(totals.before, before.level);
      }
      if (evaluation) {
        count(totals.after, evaluation.level);
      }
      const change = {
        entityRef,
        before,
        after: evaluation && {
          level: evaluation.level,
          score: evaluation.score,
        },
      };
      const key = sortKeyOf(change, run.definition.spec.levels);
      if (!after || compareSortKeys(key, after) > 0) {
        listed.add({ key, change });
      }
    }

    const page = listed.toArray();
    const entities = await this.#explain(
      run,
      page.slice(0, limit).map(({ change }) => change),
    );
    return {
      problems: [],
      totals,
      entities,
      ...(page.length > entities.length && {
        nextCursor: encodeCursor(list, page[entities.length - 1].key),
      }),
    };
  }

  /** Every entity that the definition concerns; without an evaluation when it leaves the entity out from now on. */
  async *#evaluations(
    run: Run,
    entityRefs: readonly string[] | undefined,
    options: { explain?: boolean } = {},
  ): AsyncGenerator<[PreviewedEntity, ScorecardEvaluation | null]> {
    const { compiled, now } = run;
    const pauses = createPauses();
    const pages = readPreviewedEntities({ db: this.#db, ...run, entityRefs });
    for await (const entities of pages) {
      const concerned: PreviewedEntity[] = [];
      for (const previewed of entities) {
        await pauses.ifDue();
        this.#assertInBudget(run);
        if (previewed.before || compiled.appliesTo(previewed.entity)) {
          concerned.push(previewed);
        }
      }
      const facts = await this.#facts.listByEntities(
        concerned.map(({ entityRef }) => entityRef),
        { factIds: compiled.factIds, now },
      );
      for (const previewed of concerned) {
        await pauses.ifDue();
        this.#assertInBudget(run);
        const { answers, entity, entityRef, waivers } = previewed;
        yield [
          previewed,
          compiled.appliesTo(entity)
            ? compiled.evaluate(
                {
                  entity,
                  facts: new Map(
                    facts.get(entityRef)?.map(fact => [fact.id, fact]),
                  ),
                  waivers,
                  answers,
                  now,
                },
                options,
              )
            : null,
        ];
      }
    }
  }

  /** Throws where the request has cost as much as one may, or where nobody waits for its answer any more. */
  #assertInBudget({ compiled, now, signal }: Run): void {
    signal?.throwIfAborted();
    const limit =
      compiled.steps > this.#steps
        ? 'looks through more text and lists than one request may'
        : Date.now() - now > this.#timeout &&
          `takes longer than ${this.#timeout / 1000} s`;
    if (limit) {
      throw new InputError(
        `The preview ${limit}; narrow 'appliesTo', use fewer patterns, or name the 'entityRefs' to try it on`,
      );
    }
  }

  /** The first of the changes with their reasons: as many as fit on a page, at least one. */
  async #explain(
    run: Run,
    changes: StandingChange[],
  ): Promise<PreviewResponse['entities']> {
    const explained: PreviewResponse['entities'] = [];
    let text = 0;
    for (const some of inPages(changes, EXPLAINED_AT_ONCE)) {
      const checks = await this.#explainSome(run, some);
      for (const { entityRef, before, after } of some) {
        const reasons = (checks.get(entityRef) ?? []).map(
          ({ id, status, reason }) => ({ id, status, reason }),
        );
        text += reasons.reduce((sum, { reason }) => sum + reason.length, 0);
        if (explained.length > 0 && text > MOST_TEXT) {
          return explained;
        }
        explained.push({
          entityRef,
          before,
          after: {
            level: after?.level ?? null,
            score: after?.score ?? null,
            checks: reasons,
          },
        });
      }
    }
    return explained;
  }

  async #explainSome(
    run: Run,
    changes: readonly StandingChange[],
  ): Promise<Map<string, ScorecardEvaluation['checks']>> {
    const checks = new Map<string, ScorecardEvaluation['checks']>();
    const evaluations = this.#evaluations(
      run,
      changes.map(({ entityRef }) => entityRef),
      { explain: true },
    );
    for await (const [{ entityRef }, evaluation] of evaluations) {
      checks.set(entityRef, evaluation?.checks ?? []);
    }
    return checks;
  }

  async #hasResults(
    scorecardRef: string,
    { scorecards }: Visibility,
  ): Promise<boolean> {
    if (scorecards !== 'all' && !scorecards.includes(scorecardRef)) {
      return false;
    }
    const row = await this.#db('scorecards')
      .where('scorecard_ref', scorecardRef)
      .first('scorecard_ref');
    return Boolean(row);
  }
}

function count(levels: LevelCounts, level: string | null): void {
  const key = level ?? 'none';
  levels[key] = (levels[key] ?? 0) + 1;
}

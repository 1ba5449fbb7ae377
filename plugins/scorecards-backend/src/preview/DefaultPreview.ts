import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  CompiledScorecard,
  compileScorecard,
  createFactDirectory,
  LevelCounts,
  PreviewResponse,
  ScorecardEntityV1alpha1,
  ScorecardEvaluation,
} from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { setImmediate } from 'node:timers/promises';
import { decodeCursor, encodeCursor } from '@fairlead/backend-routes';
import { FactStore } from '../facts/FactStore';
import { KnownFacts } from '../facts/KnownFacts';
import { emptyLevels, ForVisible } from '../results';
import { Visibility } from '../visibility';
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

  static create(options: {
    db: Knex;
    facts: FactStore;
    known: KnownFacts;
    /** Milliseconds. @defaultValue a minute */
    timeout?: number;
  }): DefaultPreview {
    return new DefaultPreview(options);
  }

  private constructor(options: {
    db: Knex;
    facts: FactStore;
    known: KnownFacts;
    /** Milliseconds. @defaultValue a minute */
    timeout?: number;
  }) {
    this.#db = options.db;
    this.#facts = options.facts;
    this.#known = options.known;
    this.#timeout = options.timeout ?? TIMEOUT;
  }

  async run(
    request: PreviewRequest,
    { visibility }: ForVisible,
  ): Promise<PreviewResponse> {
    const facts = createFactDirectory(await this.#known.list());
    const { definition, problems } = readDefinition(request.scorecard, {
      facts,
    });
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
    const shown = page.slice(0, limit);
    return {
      problems: [],
      totals,
      entities: await this.#explain(
        run,
        shown.map(({ change }) => change),
      ),
      ...(page.length > limit && {
        nextCursor: encodeCursor(list, shown[limit - 1].key),
      }),
    };
  }

  /** Every entity that the definition concerns; without an evaluation when it leaves the entity out from now on. */
  async *#evaluations(
    run: Run,
    entityRefs: readonly string[] | undefined,
    options: { explain?: boolean } = {},
  ): AsyncGenerator<[PreviewedEntity, ScorecardEvaluation | null]> {
    const { compiled, now, signal } = run;
    const pages = readPreviewedEntities({ db: this.#db, ...run, entityRefs });
    for await (const entities of pages) {
      signal?.throwIfAborted();
      if (Date.now() - now > this.#timeout) {
        throw new InputError(
          `The preview takes longer than ${
            this.#timeout / 1000
          } s; narrow 'appliesTo', or name the 'entityRefs' to try it on`,
        );
      }
      // SQLite answers without leaving the event loop to anyone else.
      await setImmediate();
      const concerned = entities.filter(
        ({ entity, before }) => before || compiled.appliesTo(entity),
      );
      const facts = await this.#facts.listByEntities(
        concerned.map(({ entityRef }) => entityRef),
        { factIds: compiled.factIds, now },
      );
      for (const previewed of concerned) {
        const { entity, entityRef, waivers } = previewed;
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
                  now,
                },
                options,
              )
            : null,
        ];
      }
    }
  }

  async #explain(
    run: Run,
    changes: StandingChange[],
  ): Promise<PreviewResponse['entities']> {
    const checks = new Map<string, ScorecardEvaluation['checks']>();
    const refs = changes.map(({ entityRef }) => entityRef);
    for await (const [{ entityRef }, evaluation] of this.#evaluations(
      run,
      refs,
      { explain: true },
    )) {
      checks.set(entityRef, evaluation?.checks ?? []);
    }
    return changes.map(({ entityRef, before, after }) => ({
      entityRef,
      before,
      after: {
        level: after?.level ?? null,
        score: after?.score ?? null,
        checks: (checks.get(entityRef) ?? []).map(({ id, status, reason }) => ({
          id,
          status,
          reason,
        })),
      },
    }));
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

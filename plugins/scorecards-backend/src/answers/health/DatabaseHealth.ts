import {
  CostlyCheck,
  HealthResponse,
  MissingFact,
  RefusedDefinition,
} from '@fairlead/backstage-plugin-scorecards-common';
import { Clock } from '@fairlead/bulk-sql';
import { SharedAnswers } from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { isoTime } from '../../database/isoTime';
import { DbEntityRow, DbFactRow, DbScorecardRow } from '../../database/tables';
import { KnownFacts } from '../../intake/facts/KnownFacts';
import { FactSourceStatuses } from '../../intake/sources/FactSourceStatuses';
import {
  ScorecardDefinitions,
  ScorecardInForce,
} from '../../judging/definitions/ScorecardDefinitions';
import { readQueue } from './readQueue';

const MOST_COSTLY = 10;

export interface DatabaseHealthOptions {
  clock?: Clock;
  db: Knex;
  definitions: ScorecardDefinitions;
  known: KnownFacts;
  statuses: FactSourceStatuses;
}

/** How evaluation, its sources and its definitions are doing. Costs of checks are those of this process. */
export class DatabaseHealth {
  readonly #answers = new SharedAnswers();
  readonly #clock: Clock;
  readonly #options: DatabaseHealthOptions;

  static create(options: DatabaseHealthOptions): DatabaseHealth {
    return new DatabaseHealth(options);
  }

  private constructor(options: DatabaseHealthOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#options = options;
  }

  /** Looks through all facts for those that nobody delivers, and does so once for all who ask at the same time. */
  async read(): Promise<HealthResponse> {
    return this.#answers.share('health', () => this.#read());
  }

  async #read(): Promise<HealthResponse> {
    const { definitions, statuses } = this.#options;
    const now = this.#clock();
    const [inForce, refused, evaluation, sources] = await Promise.all([
      definitions.list(),
      definitions.listRefused(),
      this.#readEvaluation(now),
      statuses.list(),
    ]);
    return {
      at: isoTime(now),
      evaluation,
      sources,
      costlyChecks: listCostly(inForce),
      missingFacts: await this.#listMissing(inForce),
      refused: [
        ...refused.map(one => ({ ...one, versionInForce: null })),
        ...inForce.flatMap(toRefused),
      ],
    };
  }

  async #readEvaluation(now: number): Promise<HealthResponse['evaluation']> {
    const { db } = this.#options;
    const leases = () =>
      db<DbEntityRow>('entities').count({ count: '*' }).first();
    const [queue, leased, over, unfinished] = await Promise.all([
      readQueue(db, now),
      leases().where('claimed_until', '>', now),
      leases().where('claimed_until', '<=', now),
      db<DbScorecardRow>('scorecards')
        .whereRaw('evaluated_version < version')
        .orderBy('scorecard_ref')
        .pluck('scorecard_ref'),
    ]);
    return {
      due: queue.due,
      oldestDueAt:
        queue.oldestDueAt === null ? null : isoTime(queue.oldestDueAt),
      leased: Number(leased?.count),
      leasesOver: Number(over?.count),
      unfinished,
    };
  }

  async #listMissing(
    inForce: readonly ScorecardInForce[],
  ): Promise<MissingFact[]> {
    const { db, known } = this.#options;
    const [facts, received] = await Promise.all([
      known.list(),
      db<DbFactRow>('facts').distinct('fact_id').pluck('fact_id'),
    ]);
    const declared = new Set(facts.map(({ id }) => id));
    const isReceived = new Set(received);
    const askedBy = new Map<string, string[]>();
    for (const { scorecardRef, compiled } of inForce) {
      for (const id of compiled.factIds) {
        askedBy.set(id, [...(askedBy.get(id) ?? []), scorecardRef]);
      }
    }
    return [...askedBy]
      .filter(([id]) => !declared.has(id) || !isReceived.has(id))
      .map(([factId, scorecardRefs]) => ({
        factId,
        state: declared.has(factId)
          ? ('never-received' as const)
          : ('undeclared' as const),
        scorecardRefs,
      }))
      .sort((a, b) => (a.factId < b.factId ? -1 : 1));
  }
}

function listCostly(inForce: readonly ScorecardInForce[]): CostlyCheck[] {
  return inForce
    .flatMap(({ scorecardRef, definition, compiled }) =>
      compiled.checkCosts.map(({ checkId, steps, samples }) => ({
        scorecardRef,
        checkId,
        title:
          definition.spec.checks.find(({ id }) => id === checkId)?.title ??
          checkId,
        steps,
        samples,
      })),
    )
    .sort((a, b) => b.steps - a.steps)
    .slice(0, MOST_COSTLY);
}

function toRefused({
  scorecardRef,
  problems,
  version,
}: ScorecardInForce): RefusedDefinition[] {
  return problems.length === 0
    ? []
    : [{ scorecardRef, problems, versionInForce: version }];
}

import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  compileScorecard,
  createFactDirectory,
  DefinitionProblem,
  FactDirectory,
  ScorecardEntityV1alpha1,
  validateScorecard,
} from '@fairlead/backstage-plugin-scorecards-common';
import { createPauses } from '@fairlead/background-work';
import { Knex } from 'knex';
import { Clock } from '@fairlead/bulk-sql';
import {
  DbEntityRow,
  DbResultRow,
  DbScorecardRow,
  DbScorecardVersionRow,
} from '../../database/tables';
import { KnownFacts } from '../../intake/facts/KnownFacts';
import { describeChanges } from './describeChanges';
import { hashDefinition } from './hashDefinition';
import { readCatalogProblems } from './readCatalogProblems';

/**
 * Puts the scorecards of the catalog in force. A wrong one is refused with its problems, and the last good version goes
 * on; one that left the catalog goes with its results, while its versions and daily totals stay as history.
 */
export class DefinitionSync {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #knownFacts: KnownFacts;
  readonly #logger: LoggerService;

  static create(options: {
    clock?: Clock;
    db: Knex;
    knownFacts: KnownFacts;
    logger: LoggerService;
  }): DefinitionSync {
    return new DefinitionSync(options);
  }

  private constructor(options: {
    clock?: Clock;
    db: Knex;
    knownFacts: KnownFacts;
    logger: LoggerService;
  }) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#knownFacts = options.knownFacts;
    this.#logger = options.logger;
  }

  /** Answers whether anything changed. */
  async run(): Promise<boolean> {
    const [entities, rows, known] = await Promise.all([
      this.#db<DbEntityRow>('entities')
        .select('entity')
        .where('kind', 'scorecard')
        .orderBy('entity_ref'),
      this.#db<DbScorecardRow>('scorecards').select('*'),
      this.#knownFacts.list(),
    ]);
    const facts = createFactDirectory(known);
    const stored = new Map(rows.map(row => [row.scorecard_ref, row]));
    const pauses = createPauses();
    let hasChanges = false;
    for (const { entity } of entities) {
      await pauses.ifDue();
      const definition: ScorecardEntityV1alpha1 = JSON.parse(entity);
      const scorecardRef = stringifyEntityRef(definition);
      const changed = await this.#apply(
        definition,
        stored.get(scorecardRef),
        facts,
      );
      stored.delete(scorecardRef);
      hasChanges ||= changed;
    }
    for (const scorecardRef of stored.keys()) {
      await this.#remove(scorecardRef);
      hasChanges = true;
    }
    return hasChanges;
  }

  async #apply(
    definition: ScorecardEntityV1alpha1,
    stored: DbScorecardRow | undefined,
    facts: FactDirectory,
  ): Promise<boolean> {
    const refusals = readCatalogProblems(definition);
    const problems = validateScorecard(definition, { facts });
    if (problems.length > 0) {
      return this.#refuse(definition, stored, [...refusals, ...problems]);
    }
    const { factIds } = compileScorecard(definition, { facts });
    const hash = hashDefinition(definition, { factIds, facts });
    if (stored?.hash !== hash) {
      await this.#putInForce(definition, { stored, hash, refusals });
      return true;
    }
    const text = JSON.stringify(refusals);
    if (stored.problems !== text) {
      await this.#db<DbScorecardRow>('scorecards')
        .where('scorecard_ref', stored.scorecard_ref)
        .update({ problems: text });
      return true;
    }
    return false;
  }

  async #putInForce(
    definition: ScorecardEntityV1alpha1,
    options: {
      stored: DbScorecardRow | undefined;
      hash: string;
      refusals: DefinitionProblem[];
    },
  ): Promise<void> {
    const { stored, hash } = options;
    const problems = JSON.stringify(options.refusals);
    const scorecardRef = stringifyEntityRef(definition);
    await this.#db.transaction(async tx => {
      const last = await tx<DbScorecardVersionRow>('scorecard_versions')
        .select('version', 'definition')
        .where('scorecard_ref', scorecardRef)
        .orderBy('version', 'desc')
        .first();
      const version = (last?.version ?? 0) + 1;
      const row = {
        scorecard_ref: scorecardRef,
        version,
        definition: JSON.stringify(definition),
        since: this.#clock(),
      };
      await tx<DbScorecardVersionRow>('scorecard_versions').insert({
        ...row,
        changes: JSON.stringify(
          describeChanges(last && JSON.parse(last.definition), definition),
        ),
      });
      await tx<DbScorecardRow>('scorecards')
        .insert({ ...row, hash, evaluated_version: 0, problems })
        .onConflict('scorecard_ref')
        .merge(['version', 'definition', 'since', 'hash', 'problems']);
    });
    this.#logger.info(
      `${
        stored ? 'A new version of' : 'New'
      } scorecard '${scorecardRef}' is in force`,
    );
  }

  async #refuse(
    definition: ScorecardEntityV1alpha1,
    stored: DbScorecardRow | undefined,
    problems: DefinitionProblem[],
  ): Promise<boolean> {
    const scorecardRef = stringifyEntityRef(definition);
    const text = JSON.stringify(problems);
    if (stored?.problems === text) {
      return false;
    }
    const row = {
      scorecard_ref: scorecardRef,
      version: 0,
      hash: '',
      definition: JSON.stringify(definition),
      since: this.#clock(),
      evaluated_version: 0,
      problems: text,
    };
    await this.#db<DbScorecardRow>('scorecards')
      .insert(row)
      .onConflict('scorecard_ref')
      .merge(['problems']);
    this.#logger.warn(
      `Scorecard '${scorecardRef}' is refused, ${
        stored?.version ? 'its last good version stays' : 'none is'
      } in force: ${problems
        .map(({ path, message }) => `${path}: ${message}`)
        .join('; ')}`,
    );
    return true;
  }

  async #remove(scorecardRef: string): Promise<void> {
    await this.#db.transaction(async tx => {
      await tx<DbScorecardRow>('scorecards')
        .where('scorecard_ref', scorecardRef)
        .delete();
      await tx<DbResultRow>('results')
        .where('scorecard_ref', scorecardRef)
        .delete();
    });
    this.#logger.info(`Scorecard '${scorecardRef}' is gone with its results`);
  }
}

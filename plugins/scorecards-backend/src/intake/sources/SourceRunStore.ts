import { FactSourceStatus } from '@fairlead/backstage-plugin-scorecards-common';
import { SharedAnswers } from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { DbFactSourceRow, DbTime } from '../../database/tables';
import { FactDeclarations } from '../facts/FactDeclarations';
import { FactSourceStatuses } from './FactSourceStatuses';
import { SourceCounts } from './SourceCounts';

const MAX_ERROR_LENGTH = 2_000;

/** How a run of a source ended. */
export interface SourceRunOutcome {
  outcome: NonNullable<FactSourceStatus['lastOutcome']>;
  error?: string;
}

/** Where each source is and how it is doing. */
export class SourceRunStore implements FactSourceStatuses {
  readonly #answers = new SharedAnswers();
  readonly #counts: SourceCounts;
  readonly #db: Knex;
  readonly #declarations: FactDeclarations;

  static create(options: {
    db: Knex;
    declarations: FactDeclarations;
  }): SourceRunStore {
    return new SourceRunStore(options.db, options.declarations);
  }

  private constructor(db: Knex, declarations: FactDeclarations) {
    this.#counts = new SourceCounts({ db });
    this.#db = db;
    this.#declarations = declarations;
  }

  /** Notes that a run begins; answers the cursor to go on from. */
  async start(id: string, now: number): Promise<string | undefined> {
    await this.#db<DbFactSourceRow>('fact_sources')
      .insert({ id, last_started_at: now })
      .onConflict('id')
      .merge(['last_started_at']);
    const row = await this.#db<DbFactSourceRow>('fact_sources')
      .select('cursor')
      .where({ id })
      .first();
    return row?.cursor ?? undefined;
  }

  async saveCursor(id: string, cursor: string): Promise<void> {
    await this.#db<DbFactSourceRow>('fact_sources')
      .where({ id })
      .update({ cursor });
  }

  async finish(id: string, end: SourceRunOutcome, now: number): Promise<void> {
    await this.#db<DbFactSourceRow>('fact_sources')
      .where({ id })
      .update({
        last_finished_at: now,
        last_outcome: end.outcome,
        last_error: end.error?.slice(0, MAX_ERROR_LENGTH) ?? null,
        ...(end.outcome !== 'failure' && { last_success_at: now }),
      });
  }

  async list(): Promise<FactSourceStatus[]> {
    return this.#answers.share('list', () => this.#list());
  }

  async #list(): Promise<FactSourceStatus[]> {
    const rows = await this.#db<DbFactSourceRow>('fact_sources')
      .select('*')
      .orderBy('id');
    const counts = await this.#counts.read(rows);
    const runs = new Map(rows.map(row => [row.id, row]));
    return this.#declarations
      .sources()
      .map(({ id, title }) => ({
        id,
        title,
        facts: this.#declarations.factsOf(id),
        lastStartedAt: isoTimeOrNull(runs.get(id)?.last_started_at),
        lastFinishedAt: isoTimeOrNull(runs.get(id)?.last_finished_at),
        lastOutcome: runs.get(id)?.last_outcome ?? null,
        lastSuccessAt: isoTimeOrNull(runs.get(id)?.last_success_at),
        lastError: runs.get(id)?.last_error ?? undefined,
        entities: counts.get(id)?.entities ?? 0,
        entitiesInError: counts.get(id)?.failing ?? 0,
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

function isoTimeOrNull(time: DbTime | null | undefined): string | null {
  return time === null || time === undefined
    ? null
    : new Date(Number(time)).toISOString();
}

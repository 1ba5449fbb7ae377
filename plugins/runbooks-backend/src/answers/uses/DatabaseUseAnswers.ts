import { cutPage, decodeCursor, SortText } from '@fairlead/backend-routes';
import { whereOneOf } from '@fairlead/bulk-sql';
import { VisibleEntities } from '@fairlead/catalog-copy';
import {
  renderUseTimeline,
  RunbookUse,
  UsePage,
} from '@fairlead/backstage-plugin-runbooks-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { ForVisible } from '../../catalog/visibility';
import { isoTime } from '../../database/isoTime';
import { DbIncidentRow, DbUseRow, DbUseTickRow } from '../../database/tables';
import { whereIncidentVisible } from '../../records/incidents';
import { readUse, readVisibleUse, whereUseVisible } from '../../records/uses';
import { UseAnswers, UseFilter } from './UseAnswers';

/** When a use was started, and its id. */
const SortKey = z.tuple([z.int(), SortText]);

export class DatabaseUseAnswers implements UseAnswers<ForVisible> {
  readonly #db: Knex;

  static create(options: { db: Knex }): DatabaseUseAnswers {
    return new DatabaseUseAnswers(options.db);
  }

  private constructor(db: Knex) {
    this.#db = db;
  }

  async list(
    query: UseFilter & { limit: number; cursor?: string },
    { visible }: ForVisible,
  ): Promise<UsePage> {
    const { runbook, entity, incident, active, limit } = query;
    const list = ['uses', runbook, entity, incident, active];
    const after = decodeCursor(list, SortKey, query.cursor);
    const all = this.#db('uses as u').where({
      ...(runbook && { 'u.runbook_id': runbook }),
      ...(entity && { 'u.entity_ref': entity }),
      ...(incident && { 'u.incident_key': incident }),
    });
    if (active !== undefined) {
      all[active ? 'whereNull' : 'whereNotNull']('u.finished_at');
    }
    if (incident) {
      all.whereNotIn('u.incident_key', this.#hiddenIncidents(visible));
    }
    whereUseVisible(all, visible);
    const page = all
      .clone()
      .select<DbUseRow[]>('u.*')
      .orderBy([
        { column: 'u.started_at', order: 'desc' },
        { column: 'u.id', order: 'desc' },
      ])
      .limit(limit + 1);
    if (after) {
      page.whereRaw('(u.started_at, u.id) < (?, ?)', after);
    }
    const [rows, [{ total }]] = await Promise.all([
      page,
      all.count({ total: '*' }),
    ]);
    const { shown, next } = cutPage(rows, {
      limit,
      list,
      keyOf: row => [Number(row.started_at), row.id],
    });
    return {
      items: await this.#read(shown, visible),
      totalItems: Number(total),
      ...next,
    };
  }

  async get(id: string, { visible }: ForVisible): Promise<RunbookUse> {
    const row = await readVisibleUse(this.#db, id, visible);
    const [use] = await this.#read([row], visible);
    return use;
  }

  async getTimeline(id: string, scope: ForVisible): Promise<string> {
    const use = await this.get(id, scope);
    const ticks = await this.#db<DbUseTickRow>('use_ticks')
      .where('use_id', id)
      .orderBy('revision');
    const incident = await this.#db<DbIncidentRow>('incidents')
      .where('key', use.incidentId ?? '')
      .first('title', 'url');
    return renderUseTimeline(use, {
      ticks: ticks.map(({ step_id: stepId, done, at }) => ({
        stepId,
        done: Boolean(done),
        at: isoTime(at),
      })),
      incident: incident && {
        title: incident.title ?? use.incidentId!,
        ...(incident.url !== null && { url: incident.url }),
      },
    });
  }

  /** Uses, without the incident where it is about nothing that the caller may read. */
  async #read(
    rows: readonly DbUseRow[],
    visible: VisibleEntities,
  ): Promise<RunbookUse[]> {
    const hidden = this.#hiddenIncidents(visible);
    whereOneOf(
      hidden,
      'i.key',
      rows.flatMap(row => row.incident_key ?? []),
    );
    const keys = new Set<string>(await hidden.pluck('i.key'));
    return rows.map(row =>
      readUse(
        keys.has(row.incident_key ?? '') ? { ...row, incident_key: null } : row,
      ),
    );
  }

  /** Incidents that are known here, and hidden from the caller. One that no source told yet is not among them. */
  #hiddenIncidents(visible: VisibleEntities): Knex.QueryBuilder {
    const seen = this.#db('incidents as i').select('i.key');
    whereIncidentVisible(seen, visible);
    return this.#db('incidents as i').select('i.key').whereNotIn('i.key', seen);
  }
}

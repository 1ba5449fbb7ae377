import { cutPage, decodeCursor, SortText } from '@fairlead/backend-routes';
import { Clock, whereOneOf } from '@fairlead/bulk-sql';
import { readDescendants, restrictToVisible } from '@fairlead/catalog-copy';
import {
  findRecurrences,
  IncidentDetail,
  IncidentPage,
  IncidentSummary,
  Recurrence,
  ReviewPolicy,
} from '@fairlead/backstage-plugin-runbooks-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { ForVisible } from '../../catalog/visibility';
import { isoTime } from '../../database/isoTime';
import { unknownIncident } from '../../records/incidents';
import { IncidentFilter, Incidents } from './Incidents';
import { readIncidentDetail } from './readIncidentDetail';
import {
  IncidentScope,
  IncidentState,
  readIncidentStates,
} from './readIncidentStates';
import { sumIncidents } from './sumIncidents';

/** When an incident was opened, and its key. */
const SortKey = z.tuple([z.int(), SortText]);

export interface DatabaseIncidentsOptions {
  clock?: Clock;
  db: Knex;
  reviewPolicy: ReviewPolicy;
}

export class DatabaseIncidents implements Incidents<ForVisible> {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #policy: ReviewPolicy;

  static create(options: DatabaseIncidentsOptions): DatabaseIncidents {
    return new DatabaseIncidents(options);
  }

  private constructor(options: DatabaseIncidentsOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#policy = options.reviewPolicy;
  }

  async list(
    query: IncidentFilter & { limit: number; cursor?: string },
    { visible }: ForVisible,
  ): Promise<IncidentPage> {
    const { entity, owner, from, open, learning, limit } = query;
    const list = ['incidents', entity, owner, from, open, learning];
    const after = decodeCursor(list, SortKey, query.cursor);
    const scope = this.#scope(visible);
    const owners = owner && (await readDescendants(this.#db, owner));
    const states = await readIncidentStates(
      this.#db,
      incidents => {
        incidents.whereExists(about => {
          about
            .select('a.incident_key')
            .from('incident_entities as a')
            .join('entities as e', 'e.entity_ref', 'a.entity_ref')
            .whereRaw('a.incident_key = i.key');
          if (entity) {
            about.where('e.entity_ref', entity);
          }
          if (owners) {
            whereOneOf(about, 'e.owner_ref', owners);
          }
          restrictToVisible(about, visible);
        });
        if (from) {
          incidents.where('i.opened_at', '>=', Date.parse(from));
        }
      },
      scope,
    );
    const fitting = states.filter(
      ({ moments, judged }) =>
        (open === undefined || open === !moments.resolved) &&
        (learning === undefined || learning === judged.learning.state),
    );
    const { shown, next } = cutPage(
      fitting.filter(state => !after || isBehind(state, after)),
      { limit, list, keyOf: ({ openedAt, row }) => [openedAt, row.key] },
    );
    const recurrences = await this.#findRecurrences(shown, scope);
    return {
      items: shown.map(state =>
        toSummary(state, recurrences.get(state.row.key)),
      ),
      ...next,
      totalItems: fitting.length,
      ...sumIncidents(fitting, scope.now),
    };
  }

  async get(key: string, { visible }: ForVisible): Promise<IncidentDetail> {
    const scope = this.#scope(visible);
    const [state] = await readIncidentStates(
      this.#db,
      incidents => incidents.where('i.key', key),
      scope,
    );
    if (!state || state.entityRefs.length === 0) {
      throw unknownIncident(key);
    }
    const recurrences = await this.#findRecurrences([state], scope);
    return {
      ...toSummary(state, recurrences.get(key)),
      ...(await readIncidentDetail(this.#db, state, scope)),
    };
  }

  #scope(visible: ForVisible['visible']): IncidentScope {
    return { now: this.#clock(), policy: this.#policy, visible };
  }

  /** Among all incidents of the entities that the caller may read. */
  async #findRecurrences(
    states: readonly IncidentState[],
    scope: IncidentScope,
  ): Promise<Map<string, Recurrence>> {
    const entityRefs = [
      ...new Set(states.flatMap(({ entityRefs: refs }) => refs)),
    ];
    const beside = await readIncidentStates(
      this.#db,
      incidents =>
        incidents.whereExists(about => {
          about
            .select('a.incident_key')
            .from('incident_entities as a')
            .whereRaw('a.incident_key = i.key');
          whereOneOf(about, 'a.entity_ref', entityRefs);
        }),
      scope,
    );
    return findRecurrences(
      beside.map(({ row, openedAt, entityRefs: refs, details, judged }) => ({
        id: row.key,
        openedAt,
        entityRefs: refs,
        alerts: details.alerts,
        labels: details.labels,
        closedAt: judged.closedAt,
      })),
    );
  }
}

/** Whether an incident comes after another one in a list. */
function isBehind(
  { openedAt, row }: IncidentState,
  [at, key]: readonly [number, string],
): boolean {
  return openedAt < at || (openedAt === at && row.key < key);
}

function toSummary(
  state: IncidentState,
  recurrence: Recurrence | undefined,
): IncidentSummary {
  const { row, moments, foundBy } = state;
  return {
    id: row.key,
    title: row.title ?? row.key,
    ...(row.severity !== null && { severity: row.severity }),
    entityRefs: state.entityRefs,
    ...(row.url !== null && { url: row.url }),
    ...(foundBy && { foundBy }),
    openedAt: isoTime(state.openedAt),
    ...(moments.resolved && { resolvedAt: isoTime(moments.resolved.at) }),
    stages: state.stages,
    learning: state.judged.learning,
    ...recurrence,
  };
}

import { cutPage, decodeCursor, SortText } from '@fairlead/backend-routes';
import {
  EntityRecordsResponse,
  ExcludedRecord,
  EXCLUSION_REASONS,
  localDay,
  MeasureRecord,
  OriginRule,
} from '@fairlead/backstage-plugin-delivery-common';
import { Clock } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { resolveScope } from '../../catalog/ownership';
import { readSamples } from '../summaries/readSamples';
import { resolveWindow } from '../window/resolveWindow';
import { assertVisibleEntity, ForVisible } from '../../catalog/visibility';
import { EntityRecords, EntityRecordsQuery } from './EntityRecords';
import { readRecordsByKeys } from './readRecordsByKeys';

interface Listed {
  at: string;
  recordKey: string;
}

const sortKeyOf = ({ at, recordKey }: Listed) => `${at} ${recordKey}`;

const latestFirst = (a: Listed, b: Listed) => {
  const [left, right] = [sortKeyOf(a), sortKeyOf(b)];
  return Number(left < right) - Number(left > right);
};

export interface DatabaseEntityRecordsOptions {
  clock?: Clock;
  db: Knex;
  originRules: readonly OriginRule[];
  zone: string;
}

export class DatabaseEntityRecords implements EntityRecords<ForVisible> {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #originRules: readonly OriginRule[];
  readonly #zone: string;

  static create(options: DatabaseEntityRecordsOptions): DatabaseEntityRecords {
    return new DatabaseEntityRecords(options);
  }

  private constructor(options: DatabaseEntityRecordsOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#originRules = options.originRules;
    this.#zone = options.zone;
  }

  async list(
    query: EntityRecordsQuery,
    { visibility }: ForVisible,
  ): Promise<EntityRecordsResponse> {
    const { entityRef, measure, leadTimeStart, origin, view } = query;
    const { limit, excluded } = query;
    const now = this.#clock();
    const window = resolveWindow(query, { now, zone: this.#zone });
    const list = [
      'records',
      entityRef,
      measure,
      leadTimeStart,
      origin,
      view,
      excluded,
    ];
    const after = decodeCursor(list, SortText, query.cursor);
    await assertVisibleEntity(this.#db, entityRef, visibility);
    const samples = await readSamples(this.#db, {
      scope: await resolveScope(this.#db, entityRef, { view, visibility }),
      ids: [measure],
      with: [],
      leadTimeStart,
      origin,
      days: {
        from: localDay(window.from, this.#zone),
        to: localDay(window.to, this.#zone),
      },
      now,
    });
    const collected = samples.measures.get(measure)!;
    const inWindow = <T extends Listed>(items: readonly T[]) =>
      items
        .filter(({ at }) => at >= window.from && at < window.to)
        .sort(latestFirst);
    const counted = inWindow(collected.samples);
    const leftOut = inWindow(collected.excluded);

    const all: readonly Listed[] = excluded ? leftOut : counted;
    const rest = after ? all.filter(item => sortKeyOf(item) < after) : all;
    const { shown: page, next } = cutPage(rest, {
      limit,
      list,
      keyOf: sortKeyOf,
    });
    const beside = excluded || after ? [] : leftOut.slice(0, limit);
    const records = await readRecordsByKeys(
      this.#db,
      [...page, ...beside].map(({ recordKey }) => recordKey),
      { visibility, originRules: this.#originRules },
    );
    // Records past their retention still count, but cannot be opened.
    const opened = <T extends Listed>(items: readonly T[]) =>
      items.flatMap(item => {
        const record = records.get(item.recordKey);
        return record ? [{ ...item, record }] : [];
      });
    const explained = opened((excluded ? page : beside) as typeof leftOut).map(
      (item): ExcludedRecord => ({
        ...item,
        text: EXCLUSION_REASONS[item.reason],
      }),
    );
    return {
      measure,
      window,
      items: excluded
        ? []
        : opened(page as typeof counted).map(
            ({ recordKey, assisted, ...item }): MeasureRecord => item,
          ),
      excluded: explained,
      totalItems: all.length,
      ...next,
    };
  }
}

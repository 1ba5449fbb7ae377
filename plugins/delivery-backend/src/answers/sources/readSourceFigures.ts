import { Knex } from 'knex';
import {
  DbDeliveryRow,
  DbPullRow,
  DbSourceHourRow,
} from '../../database/tables';
import { unmatchedSubjects } from '../../records/matching';

const HOUR = 3_600_000;

/** How far back the usual silence of a source is looked for. */
const HISTORY = 14 * 24 * HOUR;

/** Of how many deliveries the lag is told. */
const LAG_SAMPLE = 500;

/** All that is known of how sources do, in a number of queries that does not depend on that of the sources. */
export async function readSourceFigures(
  db: Knex,
  options: { sources: readonly string[]; now: number },
) {
  const { sources, now } = options;
  const [hours, recent, lags, pending, unread, unmatched, pulls] =
    await Promise.all([
      db<DbSourceHourRow>('source_hours')
        .where('hour', '>', now - HISTORY)
        .orderBy('hour'),
      countRecent(db, options),
      readLags(db, options),
      countBy(db('deliveries').whereRaw("state = 'pending'")),
      readUnread(db, now),
      countBy(unmatchedSubjects(db)),
      readLatestPulls(db),
    ]);
  const of = <T extends { source: string }>(rows: readonly T[], id: string) =>
    rows.filter(({ source }) => source === id);
  return new Map(
    sources.map(id => [
      id,
      {
        hours: of(hours, id),
        eventsLastHour: Number(of(recent, id)[0]?.count ?? 0),
        lags: of(lags, id).map(
          row => Number(row.processed_at) - Number(row.received_at),
        ),
        backlog: Number(of(pending, id)[0]?.count ?? 0),
        unread: of(unread, id),
        unmatched: Number(of(unmatched, id)[0]?.count ?? 0),
        pulls: of(pulls, id),
      },
    ]),
  );
}

/** What is known of one source. */
export type SourceFigures = Awaited<
  ReturnType<typeof readSourceFigures>
> extends Map<string, infer T>
  ? T
  : never;

type Count = { source: string; count: number | string };

async function countBy(query: Knex.QueryBuilder): Promise<Count[]> {
  return query.select('source').count({ count: '*' }).groupBy('source');
}

async function countRecent(
  db: Knex,
  options: { sources: readonly string[]; now: number },
): Promise<Count[]> {
  return countBy(
    db('deliveries')
      .whereIn('source', [...options.sources])
      .where('received_at', '>', options.now - HOUR)
      .whereIn('via', ['webhook', 'http']),
  );
}

type Lag = Pick<DbDeliveryRow, 'source' | 'received_at' | 'processed_at'>;

async function readLags(
  db: Knex,
  options: { sources: readonly string[]; now: number },
): Promise<Lag[]> {
  const ofSource = (source: string) =>
    db.select('*').from(
      db<DbDeliveryRow>('deliveries')
        .select('source', 'received_at', 'processed_at')
        .where({ source })
        .where('received_at', '>', options.now - HOUR)
        .whereNotNull('processed_at')
        .orderBy('received_at', 'desc')
        .limit(LAG_SAMPLE)
        .as('latest'),
    );
  const [first, ...others] = options.sources.map(ofSource);
  return first ? first.unionAll(others) : [];
}

async function readUnread(
  db: Knex,
  now: number,
): Promise<
  {
    source: string;
    state: 'unknown' | 'quarantined';
    type: string | null;
    count: number | string;
    last_at: number | string;
    recent: number | string;
  }[]
> {
  return db('deliveries')
    .whereRaw("state in ('unknown', 'quarantined')")
    .select('source', 'state', 'type')
    .count({ count: '*' })
    .max({ last_at: 'received_at' })
    .sum({
      recent: db.raw('case when received_at > ? then 1 else 0 end', [
        now - 24 * HOUR,
      ]),
    } as never)
    .groupBy('source', 'state', 'type') as never;
}

async function readLatestPulls(db: Knex): Promise<DbPullRow[]> {
  const latest = db<DbPullRow>('pulls')
    .select('source', 'via')
    .max({ requested_at: 'requested_at' })
    .groupBy('source', 'via')
    .as('latest');
  return db<DbPullRow>('pulls as p')
    .join(latest, {
      'latest.source': 'p.source',
      'latest.via': 'p.via',
      'latest.requested_at': 'p.requested_at',
    } as never)
    .select('p.*') as never;
}

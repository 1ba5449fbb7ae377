import { whereOneOf } from '@fairlead/bulk-sql';
import {
  countsFrom,
  JourneyTimes,
  setupBegin,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import {
  DbContributionRow,
  DbJourneyRow,
  DbJourneyTaskRow,
  DbTime,
} from '../../database/tables';

/** Work counts from a little before the start, as it does where it verifies tasks. */
const TOLERANCE = -countsFrom(0);

/** Work of which the first, or the tenth, is told. */
interface RankedWork extends Pick<DbContributionRow, 'kind' | 'details'> {
  journey_id: string;
  at: DbTime;
  place: number | string;
}

/**
 * When whoever is on these journeys reached what, by what records show. Two queries, however many journeys there are.
 * Journeys that have not begun yet have no times.
 */
export async function readJourneyTimes(
  db: Knex,
  rows: readonly DbJourneyRow[],
  { now }: { now: number },
): Promise<Map<string, JourneyTimes>> {
  const begun = rows.filter(row => Number(row.start_at) <= now);
  const ids = begun.map(({ id }) => id);
  const [work, runs] = await Promise.all([
    readRankedWork(db, ids),
    readFirstRuns(db, ids),
  ]);
  return new Map(
    begun.map(row => [
      row.id,
      toTimes(row, {
        work: work.get(row.id) ?? [],
        run: runs.get(row.id),
        now,
      }),
    ]),
  );
}

async function readRankedWork(
  db: Knex,
  journeyIds: readonly string[],
): Promise<Map<string, RankedWork[]>> {
  const ranked = db('journeys as j')
    .join('identities as i', 'i.user_ref', 'j.user_ref')
    .join('contributions as c', join =>
      join.on('c.source_id', 'i.source_id').on('c.person', 'i.person'),
    )
    .whereRaw('c.at >= j.start_at - ?', [TOLERANCE])
    .whereRaw('(j.ended_at is null or c.at <= j.ended_at)')
    .select('j.id as journey_id', 'c.kind', 'c.at', 'c.details')
    .select(
      db.raw(
        'row_number() over (partition by j.id, c.kind order by c.at, c.key) as place',
      ),
    );
  whereOneOf(ranked, 'j.id', journeyIds);
  const rows: RankedWork[] = await db
    .from(ranked.as('r'))
    .whereIn('r.place', [1, 10])
    .select('r.*');
  const work = new Map<string, RankedWork[]>();
  for (const row of rows) {
    work.set(row.journey_id, [...(work.get(row.journey_id) ?? []), row]);
  }
  return work;
}

/** When the first template of a journey was started. */
async function readFirstRuns(
  db: Knex,
  journeyIds: readonly string[],
): Promise<Map<string, number>> {
  const query = db<DbJourneyTaskRow>('journey_tasks')
    .whereNotNull('run_at')
    .groupBy('journey_id')
    .select('journey_id')
    .min('run_at as at');
  whereOneOf(query, 'journey_id', journeyIds);
  const rows = (await query) as unknown as { journey_id: string; at: DbTime }[];
  return new Map(rows.map(row => [row.journey_id, Number(row.at)]));
}

function toTimes(
  row: DbJourneyRow,
  options: {
    work: readonly RankedWork[];
    run: number | undefined;
    now: number;
  },
): JourneyTimes {
  const { work, run, now } = options;
  const startAt = Number(row.start_at);
  const find = (kind: DbContributionRow['kind'], place = 1) =>
    work.find(one => one.kind === kind && Number(one.place) === place);
  const at = (one: RankedWork | undefined) =>
    one && Math.max(startAt, Number(one.at));
  const firstTasks = [toNumber(row.first_done_at), run].flatMap(one =>
    one === undefined ? [] : [one],
  );
  const greenBuildAt = at(find('green-build'));
  const merged = find('merged-change');
  const until = Math.max(startAt, toNumber(row.ended_at) ?? now);
  return {
    person: row.user_ref,
    startAt,
    until,
    setupFrom: setupBegin({
      startAt,
      builtAt: greenBuildAt,
      firstTaskAt: firstTasks.length > 0 ? Math.min(...firstTasks) : undefined,
    }),
    greenBuildAt,
    mergedChangeAt: at(merged),
    tenthMergedChangeAt: at(find('merged-change', 10)),
    reviewGivenAt: at(find('review-given')),
    deployedChangeAt: at(find('deployed-change')),
    resolvedIncidentAt: at(find('resolved-incident')),
    completedAt: toNumber(row.finished_at),
    ...(merged && { origin: JSON.parse(merged.details).origin }),
  };
}

function toNumber(time: DbTime | null): number | undefined {
  return time === null ? undefined : Number(time);
}

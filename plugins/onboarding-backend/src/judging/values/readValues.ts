import { whereOneOf } from '@fairlead/bulk-sql';
import {
  CohortEntry,
  DocsVote,
  JourneyTimes,
  kaplanMeierMedian,
  OnboardingValues,
  tabulate,
  timeSeen,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { DbDocsVoteRow } from '../../database/tables';
import {
  FiguresOptions,
  findTracksOfTeams,
  readJourneyTimes,
  readTravellers,
  Traveller,
} from '../../records/figures';
import { readTracks } from '../../records/journeys';
import { readTeamsWithTrack } from './readTeamsWithTrack';

/** What was said or asked in so many milliseconds counts. */
const TALK_WINDOW = 90 * 24 * 3_600_000;

/** The column for it in the tables of tracks; what came before stands in the other one. */
const LATELY = 'lately';
const BEFORE = 'before';

type Told<TValue extends keyof OnboardingValues> = Pick<
  OnboardingValues,
  TValue
>;

/** The tasks of a journey that somebody could do in the time of a column. */
interface TasksMet extends CohortEntry {
  tasks: number;
  /** On how many of them somebody asked for help. */
  stuck: number;
}

interface Vote extends CohortEntry {
  vote: DocsVote;
}

/**
 * What other backends are told of teams and tracks. Of a track it is told by the table of it, and of a team the sum of what
 * may be told of it in the tables of all tracks for newcomers: so that nobody is known by the difference of two of these
 * values, or of one of them and what insights tell.
 */
export async function readValues(
  db: Knex,
  entityRefs: readonly string[],
  options: FiguresOptions,
): Promise<Map<string, OnboardingValues>> {
  const teams = entityRefs.filter(isTeam);
  const tracks = entityRefs.filter(ref => !isTeam(ref));
  const forNewcomers = await findTracksOfTeams(db, teams, options);
  const travellers = await readTravellers(
    db,
    [...new Set([...tracks, ...forNewcomers])],
    options,
  );
  const [counts, votes, current] = await Promise.all([
    readTasksMet(db, travellers, options),
    readVotes(db, entityRefs, options),
    readTracks(db),
  ]);
  const withTrack = await readTeamsWithTrack(db, {
    entityRefs: teams,
    tracks: current,
  });
  const isForNewcomers = ({ track }: CohortEntry) =>
    forNewcomers.includes(track);
  const tell = {
    teams: {
      setup: tabulate(travellers.filter(isForNewcomers)),
      stuck: tabulate(counts.filter(isForNewcomers)),
    },
    tracks: { setup: tabulate(travellers), stuck: tabulate(counts) },
    votes: tabulate(votes),
  };
  const told = entityRefs.map(ref => {
    const of = isTeam(ref) ? { row: ref } : { track: ref };
    const { setup, stuck } = isTeam(ref) ? tell.teams : tell.tracks;
    return {
      ref,
      setOut: setup(of),
      votes: tell.votes({ ...of, column: LATELY }),
      met: stuck({ ...of, column: LATELY }),
    };
  });
  const times = await readJourneyTimes(
    db,
    [...new Set(told.flatMap(({ setOut }) => setOut))].map(
      ({ journey }) => journey,
    ),
    options,
  );
  return new Map(
    told.map(({ ref, setOut, ...talk }) => [
      ref,
      {
        entityRef: ref,
        computedAt: new Date(options.now).toISOString(),
        ...(isTeam(ref) && { trackExists: withTrack.has(ref) }),
        ...sumSetup(setOut.map(({ journey }) => times.get(journey.id)!)),
        ...sumVotes(talk.votes),
        ...sumStuck(talk.met),
      },
    ]),
  );
}

function isTeam(ref: string): boolean {
  return ref.startsWith('group:');
}

/**
 * How many tasks each journey met, and on how many of them help was asked for. The database counts them, since a track of forty
 * tasks has forty rows for each person on it.
 */
async function readTasksMet(
  db: Knex,
  travellers: readonly Traveller[],
  { now }: { now: number },
): Promise<TasksMet[]> {
  const since = now - TALK_WINDOW;
  const isLate = `(t.state = 'done' and t.done_at > ?)
    or (t.state <> 'done' and t.open_since <= ?)`;
  const column = db.raw(
    `case when ${isLate} then '${LATELY}' when t.state = 'done' then '${BEFORE}' end`,
    [since, now],
  );
  const isStuck = `exists (select 1 from help_requests h
    where h.journey_id = t.journey_id and h.task_id = t.task_id)`;
  const tasks = db('journey_tasks as t')
    .whereNot('t.state', 'gone')
    .select('t.journey_id', { column_name: column })
    .select(db.raw(`case when ${isStuck} then 1 else 0 end as stuck`));
  whereOneOf(
    tasks,
    't.journey_id',
    travellers.map(({ journey }) => journey.id),
  );
  const rows: {
    journey_id: string;
    column_name: string;
    tasks: number | string;
    stuck: number | string;
  }[] = await db
    .from(tasks.as('m'))
    .whereNotNull('column_name')
    .groupBy('journey_id', 'column_name')
    .select('journey_id', 'column_name')
    .select(db.raw('count(*) as tasks, sum(stuck) as stuck'));
  const travellerOf = new Map(travellers.map(one => [one.journey.id, one]));
  return rows.map(one => {
    const { person, track, row } = travellerOf.get(one.journey_id)!;
    return {
      person,
      track,
      row,
      column: one.column_name,
      tasks: Number(one.tasks),
      stuck: Number(one.stuck),
    };
  });
}

/** All votes on the tracks on which somebody voted on what these own, and on these: a row is an owner. */
async function readVotes(
  db: Knex,
  entityRefs: readonly string[],
  { now, window }: FiguresOptions,
): Promise<Vote[]> {
  const query = () =>
    db('docs_votes as v')
      .join('journeys as j', 'j.id', 'v.journey_id')
      .where('j.start_at', '>', now - window)
      .where('j.start_at', '<=', now);
  const voted = query().distinct('j.track_ref');
  whereOneOf(voted, 'v.owner_ref', entityRefs);
  const rows: (DbDocsVoteRow & { track_ref: string })[] = await query()
    .where(either =>
      either
        .whereIn('j.track_ref', voted)
        .orWhere(track => whereOneOf(track, 'j.track_ref', entityRefs)),
    )
    .select('v.*', 'j.track_ref');
  return rows.map(row => ({
    person: row.voted_by,
    track: row.track_ref,
    row: row.owner_ref,
    column: Number(row.at) > now - TALK_WINDOW ? LATELY : BEFORE,
    vote: row.vote,
  }));
}

/** The median of all who set out; those who are not there yet are counted for as long as they were seen. */
function sumSetup(times: readonly JourneyTimes[]): Told<'setupTime'> {
  const value = kaplanMeierMedian(
    times.map(({ person, setupFrom, greenBuildAt, until }) =>
      timeSeen({ person, from: setupFrom, at: greenBuildAt, until }),
    ),
  );
  return value === undefined ? {} : { setupTime: { value, n: times.length } };
}

function sumVotes(votes: readonly Vote[]): Told<'docs'> {
  const shareOf = (vote: DocsVote) =>
    votes.filter(one => one.vote === vote).length / votes.length;
  return votes.length === 0
    ? {}
    : {
        docs: {
          found: shareOf('found'),
          wrong: shareOf('wrong'),
          missing: shareOf('missing'),
          n: votes.length,
        },
      };
}

function sumStuck(met: readonly TasksMet[]): Told<'stuckShare'> {
  const sum = (key: 'tasks' | 'stuck') =>
    met.reduce((total, one) => total + one[key], 0);
  return met.length === 0
    ? {}
    : { stuckShare: { value: sum('stuck') / sum('tasks'), n: sum('tasks') } };
}

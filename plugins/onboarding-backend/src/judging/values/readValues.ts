import { whereOneOf } from '@fairlead/bulk-sql';
import {
  DocsVote,
  isEnough,
  JourneyTimes,
  kaplanMeierMedian,
  OnboardingValues,
  timeSeen,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { DbJourneyRow, DbTime } from '../../database/tables';
import {
  JourneyPassage,
  readJourneyTimes,
  readPassages,
} from '../../records/figures';
import { readTracks } from '../../records/journeys';
import { readTeamsWithTrack } from './readTeamsWithTrack';

const DAY = 24 * 3_600_000;

/** Who set out within a year counts for setup time, and what was said or asked within a quarter for the others. */
const SETUP_WINDOW = 365 * DAY;
const TALK_WINDOW = 90 * DAY;

type Journey = DbJourneyRow & { purpose: string };

interface Vote {
  owner_ref: string;
  track_ref: string;
  user_ref: string;
  vote: DocsVote;
  at: DbTime;
}

/** What other backends are told of teams and tracks; of fewer than five people nothing. */
export async function readValues(
  db: Knex,
  entityRefs: readonly string[],
  { now }: { now: number },
): Promise<Map<string, OnboardingValues>> {
  const journeys = await readJourneys(db, entityRefs, { now });
  const [times, passages, votes, tracks] = await Promise.all([
    readJourneyTimes(db, journeys, { now }),
    readPassages(db, journeys, { now }),
    readVotesOf(db, entityRefs, { since: now - TALK_WINDOW }),
    readTracks(db),
  ]);
  const withTrack = await readTeamsWithTrack(db, { entityRefs, tracks });
  const passagesOf = new Map<string, JourneyPassage[]>();
  for (const passage of passages) {
    const own = passagesOf.get(passage.journeyId) ?? [];
    own.push(passage);
    passagesOf.set(passage.journeyId, own);
  }
  return new Map(
    entityRefs.map(ref => {
      const own = journeys.filter(
        row =>
          row.track_ref === ref ||
          (row.team_ref === ref && row.purpose === 'onboarding'),
      );
      const recent = own
        .flatMap(({ id }) => passagesOf.get(id) ?? [])
        .filter(one => isRecent(one, now - TALK_WINDOW));
      const values: OnboardingValues = {
        entityRef: ref,
        computedAt: new Date(now).toISOString(),
        ...(ref.startsWith('group:') && { trackExists: withTrack.has(ref) }),
        ...readSetup(
          own.flatMap(({ id }) => times.get(id) ?? []),
          { since: now - SETUP_WINDOW },
        ),
        ...sumVotes(
          votes.filter(vote => [vote.owner_ref, vote.track_ref].includes(ref)),
        ),
        ...readStuck(recent),
      };
      return [ref, values];
    }),
  );
}

async function readJourneys(
  db: Knex,
  entityRefs: readonly string[],
  { now }: { now: number },
): Promise<Journey[]> {
  const query = db('journeys as j')
    .join('tracks as t', 't.track_ref', 'j.track_ref')
    .where('j.start_at', '>', now - SETUP_WINDOW)
    .where('j.start_at', '<=', now)
    .where(either =>
      either
        .where(track => whereOneOf(track, 'j.track_ref', entityRefs))
        .orWhere(team => whereOneOf(team, 'j.team_ref', entityRefs)),
    )
    .orderBy(['j.start_at', 'j.id'])
    .select('j.*', 't.purpose');
  return query;
}

async function readVotesOf(
  db: Knex,
  entityRefs: readonly string[],
  { since }: { since: number },
): Promise<Vote[]> {
  return db('docs_votes as v')
    .join('journeys as j', 'j.id', 'v.journey_id')
    .where('v.at', '>', since)
    .where(either =>
      either
        .where(owner => whereOneOf(owner, 'v.owner_ref', entityRefs))
        .orWhere(track => whereOneOf(track, 'j.track_ref', entityRefs)),
    )
    .select('v.owner_ref', 'v.vote', 'v.at', 'j.track_ref', 'j.user_ref');
}

/** The median of all who set out; those who are not there yet are counted for as long as they were seen. */
function readSetup(
  times: readonly JourneyTimes[],
  { since }: { since: number },
): Pick<OnboardingValues, 'setupTime'> {
  const counted = times.filter(({ startAt }) => startAt > since);
  const value = kaplanMeierMedian(
    counted.map(({ setupFrom, greenBuildAt, until }) =>
      timeSeen({ from: setupFrom, at: greenBuildAt, until }),
    ),
  );
  return value !== undefined && isEnough(counted.map(({ person }) => person))
    ? { setupTime: { value, n: counted.length } }
    : {};
}

function sumVotes(votes: readonly Vote[]): Pick<OnboardingValues, 'docs'> {
  if (!isEnough(votes.map(vote => vote.user_ref))) {
    return {};
  }
  const shareOf = (vote: DocsVote) =>
    votes.filter(one => one.vote === vote).length / votes.length;
  return {
    docs: {
      found: shareOf('found'),
      wrong: shareOf('wrong'),
      missing: shareOf('missing'),
      n: votes.length,
    },
  };
}

function readStuck(
  passages: readonly JourneyPassage[],
): Pick<OnboardingValues, 'stuckShare'> {
  if (!isEnough(passages.map(({ person }) => person))) {
    return {};
  }
  const stuck = passages.filter(({ missing }) => missing.length > 0);
  return {
    stuckShare: { value: stuck.length / passages.length, n: passages.length },
  };
}

/** Somebody could do it in that time. */
function isRecent(
  { openSince, doneAt, isDone }: JourneyPassage,
  since: number,
): boolean {
  return isDone
    ? doneAt !== undefined && doneAt > since
    : openSince !== undefined;
}

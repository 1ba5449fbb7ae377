import {
  StartFrom,
  TrackPlan,
  TrackStart,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { markVerificationDue } from '../../database/markDue';
import { DbJourneyRow } from '../../database/tables';
import { JourneyInHand } from './JourneyInHand';
import { planTasks } from './planTasks';
import { proposeBuddy } from './proposeBuddy';
import { writeJourneys } from './writeJourneys';

/** Somebody who sets out on a track. */
export interface JourneyToBegin {
  trackRef: string;
  version: number;
  plan: TrackPlan;
  userRef: string;
  userUid: string;
  teamRef: string | undefined;
  /** Names what it begins for, such as that somebody joined a group for the first time: it begins once for each name. */
  occasion: string;
  startedBy: TrackStart;
  /** Milliseconds since the epoch. */
  startAt: number;
  startFrom: StartFrom;
}

/**
 * Begins a journey, unless it was begun for the same occasion before: told twice, or on two replicas, it begins once.
 *
 * @returns its id, and whether it is new
 */
export async function beginJourney(
  tx: Knex,
  journey: JourneyToBegin,
  { now }: { now: number },
): Promise<{ id: string; isNew: boolean }> {
  const { trackRef, userRef, occasion, plan } = journey;
  const row: DbJourneyRow = {
    id: randomUUID(),
    track_ref: trackRef,
    version: journey.version,
    user_ref: userRef,
    user_uid: journey.userUid,
    team_ref: journey.teamRef ?? null,
    occasion,
    started_by: journey.startedBy,
    start_at: journey.startAt,
    start_from: journey.startFrom,
    state: 'not-started',
    buddy_ref: null,
    buddy_state: null,
    passed_by: '[]',
    first_done_at: null,
    finished_at: null,
    ended_at: null,
    end_reason: null,
    user_gone_at: null,
    created_at: now,
    revision: 0,
    generate_at: now,
  };
  const inserted = await tx<DbJourneyRow>('journeys')
    .insert(row)
    .onConflict(['track_ref', 'user_ref', 'occasion'])
    .ignore()
    .returning('id');
  if (inserted.length === 0) {
    const before = await tx<DbJourneyRow>('journeys')
      .where({ track_ref: trackRef, user_ref: userRef, occasion })
      .first('id');
    return { id: before!.id, isNew: false };
  }
  const hand: JourneyInHand = {
    row,
    plan,
    tasks: new Map(planTasks(row.id, plan).map(task => [task.task_id, task])),
    stored: new Map(),
  };
  await markVerificationDue(tx, tx('journeys').where({ id: row.id }));
  await proposeBuddy(tx, hand);
  await writeJourneys(tx, [hand], { now });
  return { id: row.id, isNew: true };
}

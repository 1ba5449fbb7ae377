import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import { AnswerBuddy } from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { readManagerOf } from '../../catalog/people';
import { readEntities } from '../../catalog/entities/readEntities';
import { assertGoesOn } from './assertMay';
import { JourneyInHand } from './JourneyInHand';
import { JourneyActor } from './Journeys';
import { proposeBuddy } from './proposeBuddy';
import { Standing } from './createStanding';

/**
 * Takes the answer of a buddy, or names one. Whoever passes it on is not asked again; the next of the team is.
 *
 * @returns whether anything changed
 */
export async function changeBuddy(
  tx: Knex,
  journey: JourneyInHand,
  options: { answer: AnswerBuddy; actor: JourneyActor; standing: Standing },
): Promise<boolean> {
  const { answer, actor, standing } = options;
  if (actor.byAgent && !actor.mayAny) {
    throw new NotAllowedError(
      'Who goes along with whom is said by people; software may not say it for them',
    );
  }
  if ('buddy' in answer) {
    if (!standing.answersForTrack) {
      throw new NotAllowedError(
        'Only those who answer for the track may name a buddy',
      );
    }
    assertGoesOn(journey);
    return nameBuddy(tx, journey, { buddy: answer.buddy, actor });
  }
  if (!standing.buddy) {
    throw new NotAllowedError('Only the buddy who is proposed may answer');
  }
  assertGoesOn(journey);
  if (answer.answer === 'accept') {
    const isNew = standing.buddy !== 'accepted';
    journey.row = { ...journey.row, buddy_state: 'accepted' };
    return isNew;
  }
  const passed: string[] = JSON.parse(journey.row.passed_by);
  journey.row = {
    ...journey.row,
    passed_by: JSON.stringify([...new Set([...passed, actor.ref])]),
  };
  await proposeBuddy(tx, journey);
  return true;
}

async function nameBuddy(
  tx: Knex,
  journey: JourneyInHand,
  { buddy, actor }: { buddy: string; actor: JourneyActor },
): Promise<boolean> {
  const { row } = journey;
  if (row.buddy_ref === buddy) {
    return false;
  }
  if (row.user_ref === buddy) {
    throw new InputError("Body 'buddy': nobody goes along with themselves");
  }
  const refs = [buddy, row.user_ref];
  const entities = await readEntities(
    tx,
    row.team_ref === null ? refs : [...refs, row.team_ref],
  );
  if (!entities.has(buddy)) {
    throw new NotFoundError(isolated`There is no user '${buddy}'`);
  }
  const manager = readManagerOf(
    entities.get(row.user_ref)?.entity,
    row.team_ref === null ? undefined : entities.get(row.team_ref)?.entity,
  );
  if (manager === buddy) {
    throw new ConflictError(
      'The manager is no buddy: name somebody whom one asks without a second thought',
    );
  }
  journey.row = {
    ...row,
    buddy_ref: buddy,
    // Whoever names themselves has agreed.
    buddy_state: buddy === actor.ref ? 'accepted' : 'proposed',
  };
  return true;
}

import { GivenAnswer } from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { fromEntities } from '../../database/fromEntities';
import { DbAttestationRow, DbTime } from '../../database/tables';

/** The newest answer of a team, and the settlement against it if there is one. */
export type NewestAnswer = DbAttestationRow & {
  set_aside_at: DbTime | null;
  set_aside_reason: string | null;
};

/** The newest answer of each team to the questions of scorecards about entities, oldest first, by entity. */
export async function readAnswers(
  db: Knex,
  options: {
    entityRefs: readonly string[];
    scorecardRefs: readonly string[];
  },
): Promise<Map<string, NewestAnswer[]>> {
  const answers = new Map<string, NewestAnswer[]>();
  const { entityRefs, scorecardRefs } = options;
  if (entityRefs.length === 0 || scorecardRefs.length === 0) {
    return answers;
  }
  const rows: NewestAnswer[] = await fromEntities(
    db,
    'attestations',
    entityRefs,
  )
    .leftJoin('decisions as d', on =>
      on
        .on('d.subject_id', 't.id')
        .andOnVal('d.subject_kind', 'attestation')
        .andOnVal('d.move', 'set-aside'),
    )
    .whereIn('t.scorecard_ref', [...scorecardRefs])
    .whereNotExists(
      db('attestations as later')
        .select(db.raw('1'))
        .whereRaw(
          'later.entity_ref = t.entity_ref and later.scorecard_ref = t.scorecard_ref and later.check_id = t.check_id and later.team_ref = t.team_ref and later.seq > t.seq',
        ),
    )
    .orderBy('t.seq')
    .select('t.*', 'd.at as set_aside_at', 'd.reason as set_aside_reason');
  for (const row of rows) {
    const own = answers.get(row.entity_ref);
    if (own) {
      own.push(row);
    } else {
      answers.set(row.entity_ref, [row]);
    }
  }
  return answers;
}

/** An answer as far as judging needs it. */
export function toGivenAnswer(row: NewestAnswer): GivenAnswer {
  return {
    id: row.id,
    checkId: row.check_id,
    teamRef: row.team_ref,
    choice: row.choice,
    answeredAt: Number(row.answered_at),
    expiresAt: Number(row.expires_at),
    isSetAside: row.set_aside_at !== null,
  };
}

import { ConflictError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import { Knex } from 'knex';
import { STATUS_LETTERS } from '../../database/storedChecks';
import { DbResultRow, DbWaiverRow } from '../../database/tables';
import { ScorecardInForce } from '../definitions/ScorecardDefinitions';
import { CURRENT_STATES } from './expireWaivers';

/** Keeps a whole number from falling below itself by the noise of binary fractions. */
const ROUNDING = 1e-9;

/**
 * Throws a ConflictError when one more waiver would exempt more of the entities that a check applies to than its
 * scorecard allows. What is asked for counts as what is in force. Whoever asks holds the scorecard's lock, so that two
 * requests at once are counted one after the other.
 */
export async function assertShare(
  tx: Knex.Transaction,
  scorecard: ScorecardInForce,
  options: { checkId: string; now: number },
): Promise<void> {
  const { scorecardRef, version, definition } = scorecard;
  const { checkId, now } = options;
  const maxShare = definition.spec.waivers?.maxShare;
  if (maxShare === undefined) {
    return;
  }
  const index = definition.spec.checks.findIndex(({ id }) => id === checkId);
  const [{ judged }] = await tx<DbResultRow>('results')
    .where({ scorecard_ref: scorecardRef, version })
    .whereRaw('substr(statuses, ?, 1) <> ?', [
      index + 1,
      STATUS_LETTERS['not-applicable'],
    ])
    .count({ judged: '*' });
  const [{ exempt }] = await tx<DbWaiverRow>('waivers')
    .where({ scorecard_ref: scorecardRef, check_id: checkId })
    .whereIn('state', CURRENT_STATES)
    .where('expires_at', '>', now)
    .countDistinct({ exempt: 'entity_ref' });
  const entities = Number(judged);
  const allowed = Math.floor(maxShare * entities + ROUNDING);
  if (Number(exempt) + 1 > allowed) {
    throw new ConflictError(
      isolated`Scorecard '${scorecardRef}' allows waivers of check '${checkId}' for ${allowed} of ${entities} entities at most, and ${exempt} are asked for or in force; mend the check, or ask the owner of the scorecard whether it asks for too much`,
    );
  }
}

import { Knex } from 'knex';
import { ScorecardInForce } from '../../definitions/ScorecardDefinitions';
import { Digests, DigestScope } from './Digest';
import { readDueChecks } from './parts/readDueChecks';
import { readLevelMoves } from './parts/readLevelMoves';
import { readNewFailures } from './parts/readNewFailures';
import { readEndingWaivers, readWaitingWaivers } from './parts/readWaivers';

/**
 * What the week was for each of these teams: a fixed number of queries, however many teams there are. A team that has
 * nothing to be told is missing.
 */
export async function readDigests(
  db: Knex,
  scorecards: readonly ScorecardInForce[],
  scope: DigestScope,
): Promise<Digests> {
  const digests: Digests = new Map();
  await readLevelMoves(db, scorecards, scope, digests);
  await readNewFailures(db, scorecards, scope, digests);
  await readDueChecks(db, scorecards, scope, digests);
  await readEndingWaivers(db, scorecards, scope, digests);
  await readWaitingWaivers(db, scope, digests);
  return digests;
}

import {
  WAIVER_SIDES,
  WaiverSide,
} from '@fairlead/backstage-plugin-scorecards-common';
import { isolated } from '@fairlead/bidi-text';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { isoTime } from '../../../../database/isoTime';
import { DbTime } from '../../../../database/tables';
import { ScorecardInForce } from '../../../definitions/ScorecardDefinitions';
import { nameOf, Names } from '../../Names';
import { addToDigest, Digests, DigestScope } from '../Digest';
import { SOON } from '../soon';
import { firstOfEach } from './firstOfEach';

/** What each side owns. */
const OWNED: Record<WaiverSide, string> = {
  'entity-owner': 'w.entity_ref',
  'scorecard-owner': 'w.scorecard_ref',
};

interface EndingWaiver {
  owner_ref: string;
  scorecard_ref: string;
  entity_ref: string;
  title: string | null;
  check_id: string;
  expires_at: DbTime;
}

/** Waivers in force that end soon. */
export async function readEndingWaivers(
  db: Knex,
  scorecards: readonly ScorecardInForce[],
  scope: DigestScope,
  digests: Digests,
): Promise<void> {
  const ending = db('waivers as w')
    .join('entities as e', 'e.entity_ref', 'w.entity_ref')
    .where('w.state', 'approved')
    .where('w.expires_at', '>', scope.now)
    .where('w.expires_at', '<=', scope.now + SOON)
    .select(
      'e.owner_ref',
      'w.scorecard_ref',
      'w.entity_ref',
      'e.title',
      'w.check_id',
      'w.expires_at',
    );
  whereOneOf(ending, 'e.owner_ref', scope.ownerRefs);
  const names = new Names(scorecards);
  const rows = await firstOfEach<EndingWaiver>(db, ending, {
    by: ['owner_ref', 'scorecard_ref'],
    order: ['expires_at', 'entity_ref', 'check_id'],
  });
  for (const row of rows) {
    addToDigest(digests, 'ending', {
      ownerRef: row.owner_ref,
      scorecardRef: row.scorecard_ref,
      count: Number(row.count),
      example: isolated`${nameOf(row)}, “${names.check(
        row.scorecard_ref,
        row.check_id,
      )}” on ${isoTime(row.expires_at).slice(0, 10)}`,
    });
  }
}

/**
 * How many waivers wait for the approval of each team, by either side. Those who own a scorecard may not be allowed to
 * see each entity, so none is named.
 */
export async function readWaitingWaivers(
  db: Knex,
  scope: DigestScope,
  digests: Digests,
): Promise<void> {
  for (const side of WAIVER_SIDES) {
    const query = db('waivers as w')
      .join('entities as e', 'e.entity_ref', OWNED[side])
      .whereIn('w.state', ['requested', 'renewing'])
      .where('w.expires_at', '>', scope.now)
      .whereNotExists(
        db('decisions as d')
          .select(db.raw('1'))
          .where({
            'd.subject_kind': 'waiver',
            'd.move': 'approve',
            'd.side': side,
          })
          .whereRaw('d.subject_id = w.id'),
      )
      .groupBy('e.owner_ref', 'w.scorecard_ref')
      .orderBy(['e.owner_ref', 'w.scorecard_ref'])
      .select<
        { owner_ref: string; scorecard_ref: string; count: number | string }[]
      >('e.owner_ref', 'w.scorecard_ref', db.raw('count(*) as count'));
    whereOneOf(query, 'e.owner_ref', scope.ownerRefs);
    for (const row of await query) {
      addWaiting(digests, row.owner_ref, row.scorecard_ref, Number(row.count));
    }
  }
}

/** A team that owns the entity and the scorecard decides for both: its waivers are one line. */
function addWaiting(
  digests: Digests,
  ownerRef: string,
  scorecardRef: string,
  count: number,
): void {
  const line = digests
    .get(ownerRef)
    ?.waiting?.find(known => known.scorecardRef === scorecardRef);
  if (line) {
    line.count = Math.max(line.count, count);
  } else {
    addToDigest(digests, 'waiting', { ownerRef, scorecardRef, count });
  }
}

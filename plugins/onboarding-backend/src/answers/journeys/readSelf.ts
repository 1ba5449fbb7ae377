import { Knex } from 'knex';
import {
  CopiedEntity,
  toCopiedEntity,
} from '../../catalog/entities/readEntities';
import { JourneyRow, selectJourneys } from './queryJourneys';

/** More than these nobody looks through. */
const MOST_OWN = 20;

/** Somebody with their journeys, all that is theirs in one query. */
export interface Self {
  /** Those that go on first, then the latest. */
  journeys: JourneyRow[];
  /** They themselves, and the teams with which their journeys are, as far as the catalog has them. */
  entities: ReadonlyMap<string, CopiedEntity>;
}

interface SelfRow extends JourneyRow {
  self_uid: string | null;
  self_entity: string | null;
  team_uid: string | null;
  team_entity: string | null;
}

export async function readSelf(db: Knex, userRef: string): Promise<Self> {
  const rows: SelfRow[] = await selectJourneys(
    db
      .from(db.raw('(select ? as ref) as me', [userRef]))
      .leftJoin('entities as self', 'self.entity_ref', 'me.ref')
      .leftJoin('journeys as j', 'j.user_ref', 'me.ref')
      .leftJoin('entities as team', 'team.entity_ref', 'j.team_ref'),
  )
    .select({
      self_uid: 'self.uid',
      self_entity: 'self.entity',
      team_uid: 'team.uid',
      team_entity: 'team.entity',
    })
    .orderByRaw(
      `case when j.state in ('not-started', 'on-the-way') then 0 else 1 end, j.created_at desc, j.id`,
    )
    .limit(MOST_OWN);
  const [me] = rows;
  const entities = new Map<string, CopiedEntity>();
  const add = (ref: string, uid: string | null, entity: string | null) => {
    if (uid !== null && entity !== null && !entities.has(ref)) {
      entities.set(ref, toCopiedEntity({ uid, entity }));
    }
  };
  add(userRef, me.self_uid, me.self_entity);
  // Without any journey there is still one row, for the user alone; its columns of a journey are null.
  const journeys = rows.filter(({ id }) => id !== null);
  for (const { team_ref: team, team_uid: uid, team_entity: of } of journeys) {
    if (team !== null) {
      add(team, uid, of);
    }
  }
  return { journeys, entities };
}

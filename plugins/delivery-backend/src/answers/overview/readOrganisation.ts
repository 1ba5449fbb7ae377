import { OwnershipView } from '@fairlead/backstage-plugin-delivery-common';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbEntityRow, DbOwnershipRow } from '../../database/tables';
import {
  OwnershipSpan,
  readAncestors,
  resolveWholeScope,
} from '../../catalog/ownership';
import { restrictToVisible, Visibility } from '../../catalog/visibility';

/** A team beside others. */
export interface Team {
  entityRef: string;
  title?: string;
  /** How many other teams its numbers hold as well, where it is a group of such. */
  teams?: number;
}

/** Who is what in the organisation, as far as a caller may see it. */
export interface Organisation {
  entityRefs: string[];
  /** Those that own something, by their refs. */
  teams: Map<string, Team>;
  /** By entity: whose its samples are, and from when to when. What a group owns is also of those above it. */
  owners: Map<string, { teamRef: string; span: OwnershipSpan }[]>;
}

/** Reads the measured entities that a caller may see, and the groups that own or owned them. */
export async function readOrganisation(
  db: Knex,
  options: { view: OwnershipView; visibility: Visibility },
): Promise<Organisation> {
  const { view, visibility } = options;
  const { entityRefs } = await resolveWholeScope(db, { visibility });
  const groups = db('entities as e')
    .where('e.kind', 'group')
    .select<Pick<DbEntityRow, 'entity_ref' | 'title'>[]>(
      'e.entity_ref',
      'e.title',
    );
  restrictToVisible(groups, visibility);
  const visible = new Map<string, Team>(
    (await groups).map(row => [
      row.entity_ref,
      { entityRef: row.entity_ref, title: row.title ?? undefined },
    ]),
  );

  const ownerships = db<DbOwnershipRow>('ownerships').select(
    'entity_ref',
    'owner_ref',
    'from',
    'to',
  );
  whereOneOf(ownerships, 'entity_ref', entityRefs);
  if (view === 'now') {
    ownerships.whereNull('to');
  }
  const rows: DbOwnershipRow[] = await ownerships;
  const teams = new Map(
    rows
      .map(row => visible.get(row.owner_ref))
      .filter(team => team !== undefined)
      .map(team => [team.entityRef, team]),
  );
  const ancestors = await readAncestors(db);
  countTeamsBelow(teams, ancestors);
  const owners: Organisation['owners'] = new Map();
  for (const row of rows) {
    const span =
      view === 'now'
        ? { from: 0 }
        : {
            from: Number(row.from),
            ...(row.to !== null && { to: Number(row.to) }),
          };
    const own = owners.get(row.entity_ref) ?? [];
    for (const teamRef of ancestors.get(row.owner_ref) ?? []) {
      if (teams.has(teamRef)) {
        own.push({ teamRef, span });
      }
    }
    owners.set(row.entity_ref, own);
  }
  return { entityRefs, teams, owners };
}

function countTeamsBelow(
  teams: ReadonlyMap<string, Team>,
  ancestors: ReadonlyMap<string, Iterable<string>>,
): void {
  for (const teamRef of teams.keys()) {
    for (const above of ancestors.get(teamRef) ?? []) {
      const group = teams.get(above);
      if (group && above !== teamRef) {
        group.teams = (group.teams ?? 0) + 1;
      }
    }
  }
}

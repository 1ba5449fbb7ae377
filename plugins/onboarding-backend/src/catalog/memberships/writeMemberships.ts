import { Entity } from '@backstage/catalog-model';
import { insertRows, RowColumns, whereOneOf } from '@fairlead/bulk-sql';
import { readGroups } from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { DbMembershipRow } from '../../database/tables';

const DAY = 24 * 3_600_000;

/** The row of `clocks` that says when the catalog was first read whole. */
const FIRST_SYNC = 'first-sync';

/** Who is back after less than this was never away: files are moved, and providers have bad days. */
export const GRACE = 7 * DAY;

const COLUMNS = {
  user_ref: 'text',
  group_ref: 'text',
  uid: 'text',
  times: 'integer',
  joined_at: 'bigint',
  left_at: 'bigint',
} satisfies RowColumns;

/** A user of the catalog, as it was copied. */
interface CopiedUser {
  userRef: string;
  uid: string;
  entity: Entity;
}

type Row = Record<keyof typeof COLUMNS, string | number | null>;

/**
 * Keeps which groups users are members of, and since when. Whoever was in a group when the catalog was read for the first
 * time joined at no time that is known.
 */
export async function writeMemberships(
  tx: Knex,
  users: readonly CopiedUser[],
  options: { now: number },
): Promise<void> {
  if (users.length === 0) {
    return;
  }
  const query = tx<DbMembershipRow>('memberships');
  whereOneOf(
    query,
    'user_ref',
    users.map(({ userRef }) => userRef),
  );
  const before = new Map<string, DbMembershipRow>();
  for (const row of await query) {
    before.set(keyOf(row.user_ref, row.group_ref), row);
  }
  const isFirst = !(await tx('clocks').where('name', FIRST_SYNC).first());
  const rows: Row[] = [];
  for (const user of users) {
    const groups = readGroups(user.entity, []).direct;
    for (const group of groups) {
      const known = before.get(keyOf(user.userRef, group));
      rows.push(join(user, group, known, { ...options, isFirst }));
      before.delete(keyOf(user.userRef, group));
    }
  }
  for (const row of before.values()) {
    if (row.left_at === null) {
      rows.push({ ...toRow(row), left_at: options.now });
    }
  }
  await insertRows(tx, {
    table: 'memberships',
    columns: COLUMNS,
    rows,
    onConflict: { key: ['user_ref', 'group_ref'] },
  });
}

/** Says that the catalog was read whole: whoever comes from now on joins. */
export async function noteFirstSync(db: Knex, now: number): Promise<void> {
  if (!(await db('clocks').where('name', FIRST_SYNC).first())) {
    await db('clocks')
      .insert({ name: FIRST_SYNC, last: now })
      .onConflict()
      .ignore();
  }
}

function join(
  user: CopiedUser,
  group: string,
  known: DbMembershipRow | undefined,
  { now, isFirst }: { now: number; isFirst: boolean },
): Row {
  const isSamePerson = known?.uid === user.uid;
  const leftAt = known?.left_at ?? null;
  if (
    known &&
    isSamePerson &&
    (leftAt === null || now - Number(leftAt) < GRACE)
  ) {
    return { ...toRow(known), left_at: null };
  }
  return {
    user_ref: user.userRef,
    group_ref: group,
    uid: user.uid,
    times: (known?.times ?? 0) + 1,
    joined_at: isFirst ? null : now,
    left_at: null,
  };
}

function toRow(row: DbMembershipRow): Row {
  const time = (at: DbMembershipRow['left_at']) =>
    at === null ? null : Number(at);
  return {
    ...row,
    joined_at: time(row.joined_at),
    left_at: time(row.left_at),
  };
}

function keyOf(userRef: string, groupRef: string): string {
  return `${userRef} ${groupRef}`;
}

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { insertRows, whereOneOf } from '@fairlead/bulk-sql';
import { CONTRIBUTION_KINDS } from '@fairlead/backstage-plugin-onboarding-common';
import {
  Contribution,
  ContributionPage,
} from '@fairlead/backstage-plugin-onboarding-node';
import { keepLast } from '@fairlead/resumable-intake';
import { Knex } from 'knex';
import { markVerificationDue } from '../../database/markDue';
import { DbContributionRow } from '../../database/tables';

/** Longer ones are cut: a title is shown as a link. */
const TITLE_LENGTH = 300;
const URL_LENGTH = 2_000;
const KEY_LENGTH = 1_000;
const MOST_ENTITIES = 50;

const COLUMNS = {
  key: 'text',
  source_id: 'text',
  kind: 'text',
  person: 'text',
  at: 'bigint',
  details: 'text',
} as const;

/**
 * Stores contributions, and says which journeys they may verify. The same may come again, in any order.
 */
export async function writeContributions(
  tx: Knex.Transaction,
  page: ContributionPage,
  { sourceId }: { sourceId: string },
): Promise<void> {
  const told = keepLast(page.contributions);
  const rows = told.flatMap(one =>
    one.kind === 'removed' ? [] : toRow(one, sourceId),
  );
  const kept = new Set(rows.map(({ key }) => key));
  // A contribution that cannot be read is stored no more than one that was taken back: what was stored under its key goes.
  const gone = told.filter(({ key }) => !kept.has(key)).map(({ key }) => key);

  const before = tx<DbContributionRow>('contributions').where(
    'source_id',
    sourceId,
  );
  whereOneOf(before, 'key', [...kept, ...gone]);
  const known: DbContributionRow[] = await before;
  const isSame = new Set(known.map(fingerprint));
  const changed = rows.filter(row => !isSame.has(fingerprint(row)));
  await insertRows(tx, {
    table: 'contributions',
    columns: COLUMNS,
    rows: changed,
    onConflict: { key: ['key'] },
  });
  const removal = tx<DbContributionRow>('contributions')
    .where('source_id', sourceId)
    .delete();
  whereOneOf(removal, 'key', gone);
  await removal;

  const touched = new Set([...changed.map(({ key }) => key), ...gone]);
  await markWhoseWork(tx, {
    sourceId,
    persons: [
      ...changed.map(({ person }) => person),
      ...known.filter(({ key }) => touched.has(key)).map(row => row.person),
    ],
  });
}

function toRow(one: Contribution, sourceId: string): DbContributionRow[] {
  const at = Date.parse(one.at);
  const isReadable =
    Number.isFinite(at) &&
    CONTRIBUTION_KINDS.includes(one.kind) &&
    one.key.length <= KEY_LENGTH &&
    one.person.length > 0 &&
    one.person.length <= KEY_LENGTH;
  if (!isReadable) {
    return [];
  }
  const { title, url, origin, repository } = one;
  return [
    {
      key: one.key,
      source_id: sourceId,
      kind: one.kind,
      person: one.person,
      at,
      details: JSON.stringify({
        ...(title && { title: title.slice(0, TITLE_LENGTH) }),
        ...(url && isWebUrl(url) && { url }),
        ...(origin && { origin }),
        ...(repository && { repository: repository.slice(0, TITLE_LENGTH) }),
        entityRefs: one.entityRefs.flatMap(fullRef).slice(0, MOST_ENTITIES),
      }),
    },
  ];
}

/** A link that a page may show: nothing but the web. */
function isWebUrl(url: string): boolean {
  return url.length <= URL_LENGTH && /^https?:\/\//i.test(url);
}

function fullRef(ref: string): string[] {
  try {
    return [stringifyEntityRef(parseEntityRef(ref))];
  } catch {
    return [];
  }
}

function fingerprint(row: DbContributionRow): string {
  const { key, source_id: source, kind, person, at, details } = row;
  return JSON.stringify([key, source, kind, person, Number(at), details]);
}

/** The journeys of those for whom these stand are verified again. */
async function markWhoseWork(
  tx: Knex.Transaction,
  options: { sourceId: string; persons: readonly string[] },
): Promise<void> {
  const { persons, sourceId } = options;
  const users = tx('identities')
    .where('source_id', sourceId)
    .select('user_ref');
  whereOneOf(users, 'person', [...new Set(persons)]);
  await markVerificationDue(
    tx,
    tx('journeys').whereNot('state', 'ended').whereIn('user_ref', users),
  );
}

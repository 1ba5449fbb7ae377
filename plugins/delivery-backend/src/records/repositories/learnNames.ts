import { normaliseRepository } from '@fairlead/backstage-plugin-delivery-common';
import { insertRows, isPostgres, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import {
  DbClaimRow,
  DbEntityRow,
  DbRenamingRow,
  DbRepositoryNameRow,
} from '../../database/tables';
import { ToldRepository } from '../../intake/reading/readDelivery';
import { NameTelling, presentNames } from './presentNames';
import { RepositoryNames } from './RepositoryNames';
import { wholeIds } from './wholeIds';

const tellingKey = ({ repositoryId, name, formerName }: NameTelling) =>
  JSON.stringify([repositoryId, name, formerName]);

/** Those that tell something of the names of repositories that is not stored, or that may change their present ones. */
export function findNews(
  names: RepositoryNames,
  told: readonly ToldRepository[],
): ToldRepository[] {
  return told.filter(one => {
    const rows = names.ownRowsOf(one);
    const own = rows.find(row => row.former_name === '');
    const isLater =
      one.at !== undefined &&
      // While the repository still has the name, the time it was last seen is irrelevant.
      (own?.at === null ||
        (own?.present !== own?.name && one.at > Number(own?.at)));
    return (
      !own ||
      isLater ||
      formerNamesOf(one).some(
        former => !rows.some(row => row.former_name === former),
      )
    );
  });
}

/**
 * Stores what is told of the names of repositories. Names that they are not kept under any more are put up for records
 * to be moved away from, and entities that claim one of them are read again.
 *
 * @remarks
 *
 * Only new names and changes of names come here; while they are stored nothing else is that goes by names.
 */
export async function learnNames(
  db: Knex,
  told: readonly ToldRepository[],
): Promise<void> {
  await db.transaction(async tx => {
    if (isPostgres(tx)) {
      await tx.raw('lock table repository_names in exclusive mode');
    }
    for (const source of new Set(told.map(one => one.source))) {
      await learnOfSource(
        tx,
        source,
        told.filter(one => one.source === source),
      );
    }
  });
}

async function learnOfSource(
  tx: Knex.Transaction,
  source: string,
  told: readonly ToldRepository[],
): Promise<void> {
  const stored = await readConnected(tx, source, told);
  const wholeId = wholeIds([
    ...stored.map(row => row.repository_id),
    ...told.map(({ id }) => id),
  ]);
  const parts = stored.filter(
    row => wholeId(row.repository_id) !== row.repository_id,
  );
  const tellings = mergeTellings(
    [...stored.map(toTelling), ...told.flatMap(tellingsOf)].map(one => ({
      ...one,
      repositoryId: wholeId(one.repositoryId),
    })),
  );
  const present = presentNames(tellings);
  const known = new Map(stored.map(row => [tellingKey(toTelling(row)), row]));
  await forget(tx, parts);
  await write(
    tx,
    source,
    tellings
      .filter(one => !isStored(one, known.get(tellingKey(one)), present))
      .map(one => ({ ...one, present: present.get(one.repositoryId)! })),
  );

  const held = new Set(present.values());
  const left = [
    ...stored.map(row => ({
      repositoryId: wholeId(row.repository_id),
      name: row.present,
    })),
    // Records under a name that now belongs to another repository stay with that repository.
    ...tellings.filter(
      one => !known.has(tellingKey(one)) && !held.has(one.name),
    ),
  ].filter(({ repositoryId, name }) => name !== present.get(repositoryId));
  await putUp(tx, source, left, present);
  const names = new Set(tellings.map(({ name }) => name));
  if (names.size < tellings.length || tellings.length > present.size) {
    // Only a repository that has had several names can change what annotations find.
    stored.forEach(row => names.add(row.present));
    await readClaimersAgain(tx, names);
  }
}

function isStored(
  telling: NameTelling,
  row: DbRepositoryNameRow | undefined,
  present: ReadonlyMap<string, string>,
): boolean {
  return (
    row !== undefined &&
    row.present === present.get(telling.repositoryId) &&
    JSON.stringify(toTelling(row)) === JSON.stringify(telling)
  );
}

/** What was stored by a part of an id is stored by the whole of it from now on. */
async function forget(
  tx: Knex.Transaction,
  parts: readonly DbRepositoryNameRow[],
): Promise<void> {
  for (const { source, repository_id: id } of parts) {
    for (const table of ['repository_names', 'renamings']) {
      await tx(table).where({ source, repository_id: id }).delete();
    }
  }
}

async function write(
  tx: Knex.Transaction,
  source: string,
  tellings: readonly (NameTelling & { present: string })[],
): Promise<void> {
  await insertRows(tx, {
    table: 'repository_names',
    columns: {
      source: 'text',
      repository_id: 'text',
      name: 'text',
      former_name: 'text',
      at: 'bigint',
      told_at: 'bigint',
      present: 'text',
    },
    rows: tellings.map(one => ({
      source,
      repository_id: one.repositoryId,
      name: one.name,
      former_name: one.formerName,
      at: one.at,
      told_at: one.toldAt,
      present: one.present,
    })),
    onConflict: {
      key: ['source', 'repository_id', 'name', 'former_name'],
    },
  });
}

/** All that is stored of these repositories, and of those with which they ever shared a name. */
async function readConnected(
  tx: Knex.Transaction,
  source: string,
  told: readonly ToldRepository[],
): Promise<DbRepositoryNameRow[]> {
  const names = new Set(told.flatMap(tellingsOf).map(one => one.name));
  const ids = new Set(told.map(({ id }) => id));
  for (;;) {
    const rows = await readRows(tx, { source, names, ids });
    const size = names.size + ids.size;
    for (const row of rows) {
      ids.add(row.repository_id);
      names.add(row.name);
    }
    if (names.size + ids.size === size) {
      return rows;
    }
  }
}

async function readRows(
  tx: Knex.Transaction,
  options: { source: string; names: Set<string>; ids: Set<string> },
): Promise<DbRepositoryNameRow[]> {
  const { source, names, ids } = options;
  return tx<DbRepositoryNameRow>('repository_names')
    .where({ source })
    .where(either => {
      whereOneOf(either, 'name', [...names]);
      either.orWhere(byId => whereOneOf(byId, 'repository_id', [...ids]));
    });
}

async function putUp(
  tx: Knex.Transaction,
  source: string,
  left: readonly { repositoryId: string; name: string }[],
  present: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [repositoryId, name] of present) {
    await tx<DbRenamingRow>('renamings')
      .where({ source, repository_id: repositoryId, name })
      .delete();
  }
  const rows = new Map(
    left.map(({ repositoryId, name }) => [
      JSON.stringify([repositoryId, name]),
      { source, repository_id: repositoryId, name, after_key: '' },
    ]),
  );
  await insertRows(tx, {
    table: 'renamings',
    columns: {
      source: 'text',
      repository_id: 'text',
      name: 'text',
      after_key: 'text',
    },
    rows: [...rows.values()],
    onConflict: { key: ['source', 'repository_id', 'name'] },
  });
}

/** What entities claim is stored by the present names. */
async function readClaimersAgain(
  tx: Knex.Transaction,
  names: ReadonlySet<string>,
): Promise<void> {
  const claims = tx<DbClaimRow>('claims').select('entity_ref');
  whereOneOf(claims, 'value', [...names]);
  await tx<DbEntityRow>('entities')
    .whereIn('entity_ref', claims)
    .update({ hash: '' });
}

function formerNamesOf({ name, formerNames }: ToldRepository): string[] {
  return formerNames
    .map(normaliseRepository)
    .filter(former => former !== normaliseRepository(name));
}

function tellingsOf(told: ToldRepository): NameTelling[] {
  const { id: repositoryId, at, toldAt } = told;
  const name = normaliseRepository(told.name);
  return [
    { repositoryId, name, formerName: '', at: at ?? null, toldAt },
    ...formerNamesOf(told).flatMap(formerName => [
      { repositoryId, name: formerName, formerName: '', at: null, toldAt: 0 },
      { repositoryId, name, formerName, at: null, toldAt },
    ]),
  ];
}

function toTelling(row: DbRepositoryNameRow): NameTelling {
  return {
    repositoryId: row.repository_id,
    name: row.name,
    formerName: row.former_name,
    at: row.at === null ? null : Number(row.at),
    toldAt: Number(row.told_at),
  };
}

function mergeTellings(tellings: readonly NameTelling[]): NameTelling[] {
  const merged = new Map<string, NameTelling>();
  for (const one of tellings) {
    const known = merged.get(tellingKey(one));
    merged.set(
      tellingKey(one),
      known
        ? {
            ...known,
            at: latest(known.at, one.at),
            toldAt: Math.max(known.toldAt, one.toldAt),
          }
        : one,
    );
  }
  return [...merged.values()];
}

function latest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? a ?? b : Math.max(a, b);
}

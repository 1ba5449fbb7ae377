import { readDescendants } from '@fairlead/catalog-copy';
import { Knex } from 'knex';

/** These owners, with the teams below those that are teams. */
export async function readTeamsBelow(
  db: Knex,
  owners: readonly string[],
): Promise<string[]> {
  const all = await Promise.all(
    owners.map(owner => readDescendants(db, owner)),
  );
  return [...new Set(all.flat())];
}

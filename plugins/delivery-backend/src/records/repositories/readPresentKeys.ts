import { renameRepositoriesInKey } from '@fairlead/backstage-plugin-delivery-common';
import { Knex } from 'knex';
import { MentionedRepository, RepositoryNames } from './RepositoryNames';

/** Keys of records as they are now, whatever their repositories were called when somebody noted them, and in any case. */
export async function readPresentKeys(
  db: Knex,
  keys: readonly string[],
): Promise<string[]> {
  const mentioned: MentionedRepository[] = [];
  keys.forEach(key =>
    renameRepositoriesInKey(key, repository => {
      mentioned.push(repository);
      return repository.name;
    }),
  );
  const names = await RepositoryNames.read(db, mentioned);
  return keys.map(key =>
    renameRepositoriesInKey(key, repository => names.presentOf(repository)),
  );
}

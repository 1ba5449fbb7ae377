import {
  DeliveryRecord,
  RecordFields,
  renameRepositoriesInFields,
} from '@fairlead/backstage-plugin-delivery-common';
import { MentionedRepository } from './RepositoryNames';

/** All repositories that a record names. */
export function listRepositories(
  record: DeliveryRecord,
): MentionedRepository[] {
  const named: MentionedRepository[] = [];
  renameRepositoriesInFields(
    record as RecordFields<DeliveryRecord>,
    repository => {
      named.push(repository);
      return repository.name;
    },
  );
  return named;
}

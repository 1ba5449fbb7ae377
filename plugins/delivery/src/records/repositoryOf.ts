import { DeliveryRecord } from '@fairlead/backstage-plugin-delivery-common';

/** The repository of a record that is of one: a number means nothing without it where there are several. */
export function repositoryOf(record: DeliveryRecord): string | undefined {
  return 'repo' in record ? record.repo : undefined;
}

/** Whether records are of more than one repository. */
export function isOfSeveralRepositories(
  records: readonly DeliveryRecord[],
): boolean {
  return (
    new Set(records.flatMap(record => repositoryOf(record) ?? [])).size > 1
  );
}

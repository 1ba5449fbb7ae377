import {
  parseRecordKey,
  StuckItem,
} from '@fairlead/backstage-plugin-delivery-common';

/** The repository of a change that waits: its number means nothing without it where several are in view. */
export function repositoryOfItem({
  recordKey,
}: Pick<StuckItem, 'recordKey'>): string | undefined {
  return parseRecordKey(recordKey).parts.at(-2);
}

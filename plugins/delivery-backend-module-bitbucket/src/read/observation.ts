import {
  DeliveryRecord,
  RecordFields,
} from '@fairlead/backstage-plugin-delivery-common';
import { Observation } from '@fairlead/backstage-plugin-delivery-node';

/** The `source` of all records from Bitbucket. */
export const SOURCE = 'bitbucket';

/** Names a repository in the catalog. */
export const SLUG_ANNOTATION = 'bitbucket.org/project-slug';

/** Names a user in the catalog. */
export const LOGIN_ANNOTATION = 'bitbucket.org/account-id';

/** Makes an observation of one record of a repository. */
export function observationOf(
  repo: string,
  occurredAt: string,
  record: RecordFields<DeliveryRecord>,
): Observation {
  return {
    record,
    occurredAt,
    subjects: [{ annotation: SLUG_ANNOTATION, value: repo }],
  };
}

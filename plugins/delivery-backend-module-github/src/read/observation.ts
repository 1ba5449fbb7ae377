import {
  DeliveryRecord,
  RecordFields,
} from '@fairlead/backstage-plugin-delivery-common';
import { Observation } from '@fairlead/backstage-plugin-delivery-node';

/** The `source` of all records from GitHub. */
export const SOURCE = 'github';

/** Names a repository in the catalog. */
export const SLUG_ANNOTATION = 'github.com/project-slug';

/** Names a user in the catalog. */
export const LOGIN_ANNOTATION = 'github.com/user-login';

/** Makes an observation of one record of a repository. */
export function observationOf(
  repo: string,
  occurredAt: string,
  record: RecordFields<DeliveryRecord>,
  paths?: readonly string[],
): Observation {
  return {
    record,
    occurredAt,
    subjects: [{ annotation: SLUG_ANNOTATION, value: repo }],
    ...(paths && { paths }),
  };
}

import {
  DeliveryRecord,
  RecordFields,
} from '@fairlead/backstage-plugin-delivery-common';
import { Observation } from '@fairlead/backstage-plugin-delivery-node';

/** The `source` of all records from GitLab. */
export const SOURCE = 'gitlab';

/** Names a project in the catalog. */
export const SLUG_ANNOTATION = 'gitlab.com/project-slug';

/** Names a user in the catalog. */
export const LOGIN_ANNOTATION = 'gitlab.com/user-login';

/** What a delivery tells of one record of a project. */
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

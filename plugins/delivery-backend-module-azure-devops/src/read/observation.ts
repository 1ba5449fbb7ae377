import {
  DeliveryRecord,
  RecordFields,
} from '@fairlead/backstage-plugin-delivery-common';
import { Observation } from '@fairlead/backstage-plugin-delivery-node';

/** The `source` of all records from Azure DevOps. */
export const SOURCE = 'azure-devops';

/** Names a repository in the catalog, as `project/repository`. */
export const REPO_ANNOTATION = 'dev.azure.com/project-repo';

/** Names a user in the catalog. */
export const LOGIN_ANNOTATION = 'dev.azure.com/user-login';

/** Makes an observation of one record of a repository. */
export function observationOf(
  repo: string,
  occurredAt: string,
  record: RecordFields<DeliveryRecord>,
): Observation {
  return {
    record,
    occurredAt,
    subjects: [{ annotation: REPO_ANNOTATION, value: repo }],
  };
}

import { DeliveryRecord } from '@fairlead/backstage-plugin-delivery-common';

/** The commits by which a record hangs together with others of its repository. */
export function commitsOf(record: DeliveryRecord): string[] {
  switch (record.kind) {
    case 'change': {
      // GitHub gives a merge commit to changes that are not merged, too.
      const mergeSha = record.mergedAt ? record.mergeSha : undefined;
      const pushed = record.pushes?.map(({ sha }) => sha) ?? [];
      return distinct([record.sha, record.headSha, mergeSha, ...pushed]);
    }
    case 'run':
    case 'job':
    case 'test':
      return distinct([record.headSha]);
    case 'deployment':
    case 'approval':
      return distinct([record.sha]);
    default:
      return [];
  }
}

function distinct(shas: readonly (string | undefined)[]): string[] {
  return [...new Set(shas.filter(sha => sha !== undefined))];
}

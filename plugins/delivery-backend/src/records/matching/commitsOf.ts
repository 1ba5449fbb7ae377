import { DeliveryRecord } from '@fairlead/backstage-plugin-delivery-common';

/**
 * The commits by which a record hangs together with others of its repository. A merged request and the commits that name
 * its number share that as well, written `#7`: some hosts tell no commit of the merge.
 */
export function commitsOf(record: DeliveryRecord): string[] {
  switch (record.kind) {
    case 'change': {
      // GitHub sets `merge_commit_sha` on changes that are not merged, too.
      const mergeSha = record.mergedAt ? record.mergeSha : undefined;
      const pushed = record.pushes?.map(({ sha }) => sha) ?? [];
      const number = record.mergedAt ? record.number : record.namedNumber;
      const named = number === undefined ? undefined : `#${number}`;
      return distinct([record.sha, record.headSha, mergeSha, named, ...pushed]);
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

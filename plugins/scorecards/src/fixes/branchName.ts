import { parseEntityRef } from '@backstage/catalog-model';

/** A branch for one check of one entity, the same each time, so that a pull request that is open already is found. */
export function branchName(options: {
  entityRef: string;
  scorecardRef: string;
  checkId: string;
}): string {
  const entity = parseEntityRef(options.entityRef);
  const scorecard = parseEntityRef(options.scorecardRef);
  return [
    'scorecards',
    toPart(entity.kind, entity.namespace, entity.name),
    toPart(scorecard.namespace, scorecard.name, options.checkId),
  ].join('/');
}

/** Git takes no other characters everywhere, no two dots in a row, and none at the end. */
function toPart(...names: string[]): string {
  return names
    .join('_')
    .replace(/[^\w.-]/g, '-')
    .replace(/\.(?=\.|$|lock$)/g, '-');
}

import {
  RollupBy,
  RollupGroup,
} from '@fairlead/backstage-plugin-scorecards-common';
import { MatrixFilters } from '../matrix';

/** The filters that list a group in the matrix; undefined for what belongs to none, which no filter names. */
export function groupFilters(
  by: RollupBy,
  group: RollupGroup,
): MatrixFilters | undefined {
  if (group.key === null) {
    return undefined;
  }
  return by === 'check'
    ? { check: group.key, status: 'fail' }
    : { [by]: group.key };
}

import {
  RollupBy,
  RollupGroup,
} from '@fairlead/backstage-plugin-scorecards-common';
import { MatrixFilters } from '../matrix';

/** The filters that list a group in the matrix: of a check those that fail it. */
export function groupFilters(by: RollupBy, group: RollupGroup): MatrixFilters {
  return by === 'check'
    ? { check: group.key ?? undefined, status: 'fail' }
    : { [by]: group.key ?? 'none' };
}

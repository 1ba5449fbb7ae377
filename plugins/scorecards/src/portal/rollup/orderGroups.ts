import {
  RollupBy,
  RollupGroup,
} from '@fairlead/backstage-plugin-scorecards-common';

/** Groups with the worst first; what belongs to no group comes last. */
export function orderGroups(options: {
  by: RollupBy;
  levels: readonly string[];
  groups: readonly RollupGroup[];
}): RollupGroup[] {
  const { by, levels, groups } = options;
  const badness = (group: RollupGroup) =>
    by === 'check' ? group.statuses.fail : -averageRank(group, levels);
  return [...groups].sort(
    (a, b) =>
      Number(a.key === null) - Number(b.key === null) ||
      badness(b) - badness(a) ||
      b.entities - a.entities,
  );
}

function averageRank(group: RollupGroup, levels: readonly string[]) {
  const ranks = levels.reduce(
    (sum, level, index) => sum + (group.levels[level] ?? 0) * (index + 1),
    0,
  );
  return ranks / Math.max(group.entities, 1);
}

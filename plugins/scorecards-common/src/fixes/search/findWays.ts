import { ConditionNode, RuleNode } from '../../rule/types';

/** A condition that shall hold, or shall not. */
export interface Literal {
  node: ConditionNode;
  wants: boolean;
  /** Whether the entity is so already. */
  isMet: boolean;
}

/** How many ways are followed at once; those with the least to change. */
const MOST_WAYS = 32;

/**
 * The ways in which a rule can come to hold: of each, all conditions that it rests on, those that hold already as well.
 * The way with the least to change comes first.
 *
 * @param isMet - whether a condition is as wanted; undefined where no edit of the entity can bring that about
 */
export function findWays(
  node: RuleNode,
  wants: boolean,
  isMet: (node: ConditionNode, wants: boolean) => boolean | undefined,
): Literal[][] {
  switch (node.kind) {
    case 'not':
      return findWays(node.node, !wants, isMet);
    case 'condition': {
      const met = isMet(node, wants);
      return met === undefined ? [] : [[{ node, wants, isMet: met }]];
    }
    default: {
      const parts = node.nodes.map(part => findWays(part, wants, isMet));
      return (node.kind === 'all') === wants
        ? parts.reduce<Literal[][]>(
            (ways, others) =>
              shortest(
                ways.flatMap(way => others.map(other => [...way, ...other])),
              ),
            [[]],
          )
        : shortest(parts.flat());
    }
  }
}

function shortest(ways: Literal[][]): Literal[][] {
  return ways
    .map(way => ({ way, length: way.filter(({ isMet }) => !isMet).length }))
    .sort((a, b) => a.length - b.length)
    .slice(0, MOST_WAYS)
    .map(({ way }) => way);
}

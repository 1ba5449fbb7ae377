import {
  LevelCounts,
  PreviewResponse,
} from '@fairlead/backstage-plugin-scorecards-common';

/** How the levels of entities would change. */
export interface LevelMoves {
  /**
   * `each`: counted entity by entity, each once, under the level it leaves or reaches.
   * `net`: only the sums are known, so losses and gains at or above a level are set off against each other.
   */
  counted: 'each' | 'net';
  /** Highest level first; levels without a change are left out. */
  levels: { level: string; lose: number; gain: number }[];
  /** Entities that the live version does not judge. */
  added: number;
  /** Entities that the draft no longer judges. */
  removed: number;
}

type PreviewedEntity = PreviewResponse['entities'][number];

/**
 * Counts who would lose or gain which level; undefined when there is no live version to compare with.
 *
 * @param options - the entities known so far; those whose level changes come first
 */
export function countMoves(options: {
  levels: readonly string[];
  totals: PreviewResponse['totals'];
  entities: readonly PreviewedEntity[];
  /** Whether there are more entities than these. */
  hasMore: boolean;
}): LevelMoves | undefined {
  const { levels, totals, entities } = options;
  if (!totals.before) {
    return undefined;
  }
  const { before, after } = totals;
  const isComplete = !options.hasMore || entities.some(keepsLevel);
  const highestFirst = [...levels].reverse();
  const difference = sum(after) - sum(before);
  return {
    counted: isComplete ? 'each' : 'net',
    levels: highestFirst
      .map(level =>
        isComplete
          ? countEach(level, levels, entities)
          : countNet(level, levels, before, after),
      )
      .filter(move => move.lose > 0 || move.gain > 0),
    added: isComplete
      ? entities.filter(entity => !entity.before).length
      : Math.max(difference, 0),
    removed: isComplete
      ? entities.filter(isLeftOut).length
      : Math.max(-difference, 0),
  };
}

/** Whether the draft no longer judges an entity that the live version judges. */
export function isLeftOut({ before, after }: PreviewedEntity): boolean {
  return before !== null && after.checks.length === 0;
}

/** Whether an entity's level or score would change. */
export function changes(entity: PreviewedEntity): boolean {
  return (
    !entity.before ||
    isLeftOut(entity) ||
    entity.before.level !== entity.after.level ||
    entity.before.score !== entity.after.score
  );
}

function keepsLevel(entity: PreviewedEntity) {
  return entity.before?.level === entity.after.level && !isLeftOut(entity);
}

function countEach(
  level: string,
  levels: readonly string[],
  entities: readonly PreviewedEntity[],
) {
  let lose = 0;
  let gain = 0;
  for (const entity of entities) {
    const { before, after } = entity;
    if (!before || isLeftOut(entity)) {
      continue;
    }
    const from = before.level === null ? -1 : levels.indexOf(before.level);
    const to = after.level === null ? -1 : levels.indexOf(after.level);
    if (before.level === level && to < from) {
      lose++;
    }
    if (after.level === level && to > from) {
      gain++;
    }
  }
  return { level, lose, gain };
}

function countNet(
  level: string,
  levels: readonly string[],
  before: LevelCounts,
  after: LevelCounts,
) {
  const atOrAbove = levels.slice(levels.indexOf(level));
  const difference = sum(after, atOrAbove) - sum(before, atOrAbove);
  return {
    level,
    lose: Math.max(-difference, 0),
    gain: Math.max(difference, 0),
  };
}

function sum(counts: LevelCounts, keys = Object.keys(counts)) {
  return keys.reduce((total, key) => total + (counts[key] ?? 0), 0);
}

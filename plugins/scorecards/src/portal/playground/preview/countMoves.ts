import {
  LevelCounts,
  PreviewResponse,
} from '@fairlead/backstage-plugin-scorecards-common';

/** How the levels of entities would change. */
export interface LevelMoves {
  /** How many entities the draft judges. */
  entities: number;
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

/** Counts who would lose or gain which level; undefined when there is no live version to compare with. */
export function countMoves(options: {
  levels: readonly string[];
  totals: PreviewResponse['totals'];
  entities: PreviewResponse['entities'];
  /** Whether `entities` holds all that change. */
  complete: boolean;
}): LevelMoves | undefined {
  const { levels, totals } = options;
  if (!totals.before) {
    return undefined;
  }
  const before = sum(totals.before);
  const after = sum(totals.after);
  const highestFirst = [...levels].reverse();
  const moves = options.complete
    ? highestFirst.map(level => countEach(level, levels, options.entities))
    : highestFirst.map(level =>
        countNet(level, levels, totals.before!, totals.after),
      );
  return {
    entities: after,
    counted: options.complete ? 'each' : 'net',
    levels: moves.filter(move => move.lose > 0 || move.gain > 0),
    added: Math.max(after - before, 0),
    removed: Math.max(before - after, 0),
  };
}

/** Whether an entity's level or score would change. */
export function changes(entity: PreviewResponse['entities'][number]): boolean {
  return (
    !entity.before ||
    entity.before.level !== entity.after.level ||
    entity.before.score !== entity.after.score
  );
}

function countEach(
  level: string,
  levels: readonly string[],
  entities: PreviewResponse['entities'],
) {
  let lose = 0;
  let gain = 0;
  for (const { before, after } of entities) {
    if (!before) {
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

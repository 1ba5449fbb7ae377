import { z } from 'zod';
import { SortText } from '@fairlead/backend-routes';

/** The level and score of an entity. */
export interface Standing {
  level: string | null;
  score: number | null;
}

/** An entity before and after; `before` is null without a result, `after` is null when the definition leaves it out. */
export interface StandingChange {
  entityRef: string;
  before: Standing | null;
  after: Standing | null;
}

/** What a cursor holds of the last entity of a page. */
export const SortKeySchema = z.tuple([z.int(), z.int(), z.number(), SortText]);

/** What an entity is listed by: the kind of change, the level and the score after it, the ref. */
export type SortKey = z.infer<typeof SortKeySchema>;

const LOSES = 0;
const GAINS = 1;
const SCORES_DIFFERENTLY = 2;
const STAYS = 3;

/** Those that change come first, of those the ones that lose a level, and among alike the worst. */
export function sortKeyOf(
  change: StandingChange,
  levels: readonly string[],
): SortKey {
  const { after, entityRef } = change;
  return [
    kindOf(change, levels),
    rankOf(after, levels),
    after?.score ?? 2,
    entityRef,
  ];
}

/** Negative when `a` is listed before `b`. */
export function compareSortKeys(a: SortKey, b: SortKey): number {
  for (let index = 0; index < a.length; index += 1) {
    if (a[index] !== b[index]) {
      return a[index] < b[index] ? -1 : 1;
    }
  }
  return 0;
}

function kindOf(
  { before, after }: StandingChange,
  levels: readonly string[],
): number {
  if (!before || !after || before.level !== after.level) {
    return !after || rankOf(before, levels) > rankOf(after, levels)
      ? LOSES
      : GAINS;
  }
  return before.score === after.score ? STAYS : SCORES_DIFFERENTLY;
}

function rankOf(standing: Standing | null, levels: readonly string[]): number {
  return standing?.level ? levels.indexOf(standing.level) : -1;
}

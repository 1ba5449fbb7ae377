import { CHECK_STATUSES } from '@fairlead/backstage-plugin-scorecards-common';
import { SortText } from '@fairlead/backend-routes';
import { isPostgres } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { z } from 'zod';
import { STATUS_LETTERS } from '../../../database/storedChecks';
import { CheckPositions } from './entitiesFilter';
import { EntitiesSort } from './readSort';

/** A value of `results as r` joined to `entities as e` that rows are ordered by. */
interface OrderPart {
  sql: string;
  bindings: readonly (string | number)[];
  /** Nobody signs cursors: what is in them is checked like any input. */
  schema: z.ZodType<string | number>;
}

/** The values that rows are ordered by, the last of which no two rows share, and the way they run. */
interface EntitiesOrder {
  parts: readonly OrderPart[];
  direction: 'asc' | 'desc';
}

const LEVEL: OrderPart = {
  sql: 'r.level_rank',
  bindings: [],
  schema: z.int().max(1000).min(-1),
};
/** Scores are at most 1: what has none comes after what has the best. */
const SCORE: OrderPart = {
  sql: 'coalesce(r.score, 2)',
  bindings: [],
  schema: z.number(),
};
const OWNER = textPart(`coalesce(e.owner_ref, '')`);
const REF = textPart('r.entity_ref');

/** How rows are ordered. Those that are alike come by level and score, the worst first. */
export function orderEntities(
  { by, isReversed }: EntitiesSort,
  options: { db: Knex; positions: CheckPositions },
): EntitiesOrder {
  const parts = {
    level: [LEVEL, SCORE, REF],
    name: [namePart(options.db), REF],
    owner: [OWNER, LEVEL, SCORE, REF],
    score: [SCORE, REF],
    check: [checkPart(options.positions), LEVEL, SCORE, REF],
  }[by];
  return { parts, direction: isReversed ? 'desc' : 'asc' };
}

function textPart(sql: string): OrderPart {
  return { sql, bindings: [], schema: SortText };
}

/** The title, else the name, which is what a ref ends in. */
function namePart(db: Knex): OrderPart {
  const slash = isPostgres(db)
    ? `strpos(r.entity_ref, '/')`
    : `instr(r.entity_ref, '/')`;
  return textPart(
    `lower(coalesce(e.title, substr(r.entity_ref, ${slash} + 1)))`,
  );
}

/** The status of a check, worst news first, in each version that has the check. */
function checkPart(positions: CheckPositions): OrderPart {
  const ranks = CHECK_STATUSES.map(
    (status, rank) => `when '${STATUS_LETTERS[status]}' then ${rank}`,
  ).join(' ');
  const whens = [...positions].map(
    () =>
      `when r.version = ? then case substr(r.statuses, ?, 1) ${ranks} else 9 end`,
  );
  return {
    // Without any version that has the check, all rows are alike.
    sql: `case ${whens.join(' ')} when r.version is null then 8 else 9 end`,
    bindings: [...positions].flatMap(([version, position]) => [
      version,
      position + 1,
    ]),
    schema: z.int().min(0).max(9),
  };
}

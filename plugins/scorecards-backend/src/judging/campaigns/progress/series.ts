import {
  CampaignPoint,
  promisedPasses,
} from '@fairlead/backstage-plugin-scorecards-common';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import {
  restrictToVisibleResults,
  Visibility,
} from '../../../catalog/visibility';
import { isoTime } from '../../../database/isoTime';
import { DbCampaignRow } from '../tables';
import { Standing } from './standing';

const DAY = 24 * 60 * 60_000;

/** A course has so many steps at most, however long a campaign is. */
const MOST_STEPS = 30;

/** How much more passed, and was asked for, after a moment and up to the next. */
interface Step {
  pass: number;
  total: number;
}

/** What changed after so many moments. */
export type StepsOf = Map<number, Step>;

/** What changed for each owner. */
export type Steps = Map<string | null, StepsOf>;

/** The moments that a course is told at: the first, the last, and a day or more between two. */
export function momentsOf(from: number, to: number): number[] {
  if (to <= from) {
    return [from];
  }
  const steps = Math.min(MOST_STEPS, Math.max(1, Math.ceil((to - from) / DAY)));
  return Array.from({ length: steps + 1 }, (_, index) =>
    Math.round(from + (index * (to - from)) / steps),
  );
}

/**
 * What changed since the first moment in the checks of a campaign's entities of today, by owner and moment: one query,
 * whose answer does not grow with the number of entities.
 */
export async function readSteps(options: {
  db: Knex;
  campaign: DbCampaignRow;
  checkIds: readonly string[];
  moments: readonly number[];
  visibility: Visibility;
}): Promise<Steps> {
  const { db, campaign, checkIds, moments, visibility } = options;
  const counted = "('pass', 'fail', 'no-data', 'stale', 'error')";
  const query = db('campaign_entities as m')
    .join('transitions as t', 't.entity_ref', 'm.entity_ref')
    .join('entities as e', 'e.entity_ref', 'm.entity_ref')
    .where('m.campaign_id', campaign.id)
    .where('t.scorecard_ref', campaign.scorecard_ref)
    .where('t.at', '>', moments[0])
    .groupBy('e.owner_ref', 'step')
    .select<
      {
        owner_ref: string | null;
        step: number;
        pass: number | string;
        total: number | string;
      }[]
    >(
      'e.owner_ref',
      db.raw(
        `case ${moments
          .map((_, index) => `when t.at <= ? then ${index}`)
          .join(' ')} else ${moments.length} end as step`,
        [...moments],
      ),
      db.raw(
        `sum((case when t."to" = 'pass' then 1 else 0 end)
           - (case when t."from" = 'pass' then 1 else 0 end)) as pass`,
      ),
      db.raw(
        `sum((case when t."to" in ${counted} then 1 else 0 end)
           - (case when t."from" in ${counted} then 1 else 0 end)) as total`,
      ),
    );
  whereOneOf(query, 't.check_id', checkIds);
  restrictToVisibleResults(query, visibility, 't');
  const steps: Steps = new Map();
  for (const row of await query) {
    const own = steps.get(row.owner_ref) ?? new Map<number, Step>();
    steps.set(row.owner_ref, own);
    own.set(Number(row.step), {
      pass: Number(row.pass),
      total: Number(row.total),
    });
  }
  return steps;
}

/** Adds what changed for one to what changed for others. */
export function addSteps(sum: StepsOf, part: ReadonlyMap<number, Step>): void {
  for (const [step, { pass, total }] of part) {
    const before = sum.get(step) ?? { pass: 0, total: 0 };
    sum.set(step, { pass: before.pass + pass, total: before.total + total });
  }
}

/** The course of what stands so today: changes are taken back, newest first. What was promised stands beside. */
export function courseOf(options: {
  standing: Standing;
  steps: ReadonlyMap<number, Step>;
  moments: readonly number[];
  deadline: number;
}): CampaignPoint[] {
  const { standing, steps, moments, deadline } = options;
  const { pass, fail, unknown } = standing.checks;
  const now = { pass, total: pass + fail + unknown };
  const stood: (Step & { at: number })[] = [];
  for (let index = moments.length - 1; index >= 0; index -= 1) {
    const later = steps.get(index + 1);
    now.pass -= later?.pass ?? 0;
    now.total -= later?.total ?? 0;
    stood.unshift({ ...now, at: moments[index] });
  }
  const [atStart] = stood;
  return stood.map(point => ({
    ...point,
    at: isoTime(point.at),
    promised: promisedPasses({
      startedAt: atStart.at,
      deadline,
      at: point.at,
      atStart,
      total: point.total,
    }),
  }));
}

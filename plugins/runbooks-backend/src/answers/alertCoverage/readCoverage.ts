import {
  Coverage,
  CoverageWindow,
  shareOf,
} from '@fairlead/backstage-plugin-runbooks-common';
import { Knex } from 'knex';
import { FIRED, IS_COVERED } from './queryAlerts';

const SUMS = ['fired', 'night', 'silent'] as const;

/**
 * Counts the alert names of a query of alerts in one go, as `summariseCoverage` does in memory: a name counts once, and as
 * covered where it is on each entity on which it fired.
 */
export async function readCoverage(
  db: Knex,
  alerts: Knex.QueryBuilder,
  window: CoverageWindow,
): Promise<Coverage> {
  const { from } = window;
  const paged = 'a.may_page_until >= ?';
  const names = alerts
    .clone()
    .groupBy('a.alert')
    .select(
      db.raw(`max(case when ${FIRED} then 1 else 0 end) as fired`, [from]),
      db.raw(
        `min(case when ${FIRED} then ${IS_COVERED} end) as fired_covered`,
        [from],
      ),
      db.raw(`max(case when ${paged} then 1 else 0 end) as night`, [from]),
      db.raw(
        `min(case when ${paged} then ${IS_COVERED} end) as night_covered`,
        [from],
      ),
      db.raw(`min(case when ${FIRED} then 0 else 1 end) as silent`, [from]),
      db.raw(`min(${IS_COVERED}) as silent_covered`),
    );
  const row = await db
    .from(names.as('n'))
    .select(
      SUMS.flatMap(name => [
        db.raw('coalesce(sum(??), 0) as ??', [name, name]),
        db.raw('coalesce(sum(?? * ??), 0) as ??', [
          name,
          `${name}_covered`,
          `${name}_covered`,
        ]),
      ]),
    )
    .first();
  const read = (name: (typeof SUMS)[number]) =>
    shareOf(Number(row[name]), Number(row[`${name}_covered`]));
  return {
    ...read('fired'),
    night: read('night'),
    silent: read('silent'),
    windowDays: window.days,
  };
}

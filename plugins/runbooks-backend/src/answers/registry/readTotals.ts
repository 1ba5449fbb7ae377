import {
  HEALTH_PARTS,
  HEALTH_STATES,
  RunbookPage,
} from '@fairlead/backstage-plugin-runbooks-common';
import { Knex } from 'knex';

/** When a part of a runbook's health fails whoever is on call. Drift only says that something may have changed. */
const FAILS = HEALTH_PARTS.filter(part => part !== 'drift').map(
  part => `r.${part} = 'bad'`,
);

export const FAILING = FAILS.join(' or ');

/** In how many parts a runbook fails whoever is on call. */
export const FAILING_PARTS = FAILS.map(
  fails => `case when ${fails} then 1 else 0 end`,
).join(' + ');

/** Counts the runbooks of a query of `runbooks as r` by part and state, in one go. */
export async function readTotals(
  query: Knex.QueryBuilder,
  db: Knex,
): Promise<Required<Pick<RunbookPage, 'totals' | 'failing'>>> {
  const cells = HEALTH_PARTS.flatMap(part =>
    HEALTH_STATES.map(state => ({ part, state, name: `${part}_${state}` })),
  );
  const row = await query
    .clone()
    .select(
      cells.map(({ part, state, name }) =>
        db.raw(
          `sum(case when r.${part} = '${state}' then 1 else 0 end) as ??`,
          [name],
        ),
      ),
    )
    .select(db.raw(`sum(case when ${FAILING} then 1 else 0 end) as failing`))
    .first();
  const totals: RunbookPage['totals'] = {};
  for (const { part, state, name } of cells) {
    totals[part] = { ...totals[part], [state]: Number(row[name] ?? 0) };
  }
  return { totals, failing: Number(row.failing ?? 0) };
}

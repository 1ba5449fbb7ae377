import {
  ChangeLedger,
  MeasureId,
  MeasureSpread,
  MeasureView,
  OverviewResponse,
  OwnershipView,
  summariseWaits,
  TeamOverview,
} from '@fairlead/backstage-plugin-delivery-common';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbMeasuredEntityRow } from '../../database/tables';
import { MeasureHeads } from '../../measuring/MeasuredDays';
import { readHeads } from '../../measuring/storedHeads';
import {
  SummariseOptions,
  viewMeasure,
  viewWaits,
} from '../summaries/summarise';
import { Visibility } from '../../catalog/visibility';
import { collectOrganisation } from './collectOrganisation';
import { collectOrganisationWaits } from './collectOrganisationWaits';
import { readOrganisation } from './readOrganisation';
import { spreadOf } from './spreadOf';

/** What is told of a whole organisation: few numbers, each of which means something for a team. */
export const OVERVIEW_MEASURES: readonly MeasureId[] = [
  'leadTime',
  'deploymentFrequency',
  'changeFailRate',
  'recoveryTime',
  'reworkRate',
  'automaticDeployments',
  'ci.feedback',
];

/**
 * Tells the whole organisation and its teams side by side.
 *
 * @remarks
 *
 * One measure is in memory at a time, and of its samples only what sums need. Between pages the process answers others.
 */
export async function computeOverview(
  db: Knex,
  query: { view: OwnershipView; visibility: Visibility },
  options: SummariseOptions,
): Promise<OverviewResponse> {
  const organisation = await readOrganisation(db, query);
  const { entityRefs, teams, owners } = organisation;
  const heads = await readAllHeads(db, entityRefs);
  const measures: MeasureView[] = [];
  const spreads = new Map<string, MeasureSpread[]>();
  for (const id of OVERVIEW_MEASURES) {
    const { whole, parts, excludedCount } = await collectOrganisation(db, {
      id,
      organisation,
      heads,
      summarise: options,
    });
    measures.push({ ...viewMeasure(whole, options), excludedCount });
    for (const teamRef of teams.keys()) {
      const own = spreads.get(teamRef) ?? [];
      own.push(spreadOf(parts.get(teamRef)!, options));
      spreads.set(teamRef, own);
    }
  }
  const waits = await collectOrganisationWaits(db, {
    organisation,
    heads,
    options,
  });

  const entities = new Map<string, number>();
  for (const own of owners.values()) {
    for (const teamRef of new Set(own.map(owner => owner.teamRef))) {
      entities.set(teamRef, (entities.get(teamRef) ?? 0) + 1);
    }
  }
  const { flowEfficiency, ...told } = viewWaits(
    { ledgers: waits.whole, ledgersSince: waits.since },
    options,
  );
  return {
    window: options.window,
    view: query.view,
    computedAt: options.now,
    entities: entityRefs.length,
    fewest: options.fewest,
    measures,
    ...told,
    teams: [...teams.values()]
      .map(
        (team): TeamOverview => ({
          ...team,
          entities: entities.get(team.entityRef) ?? 0,
          measures: spreads.get(team.entityRef) ?? [],
          wait: largestWait(waits.parts.get(team.entityRef) ?? [], options),
        }),
      )
      .sort((a, b) =>
        (a.title ?? a.entityRef).localeCompare(b.title ?? b.entityRef, 'en'),
      ),
  };
}

async function readAllHeads(
  db: Knex,
  entityRefs: readonly string[],
): Promise<Map<string, MeasureHeads>> {
  const query = db<DbMeasuredEntityRow>('measured_entities').select(
    'entity_ref',
    'heads',
  );
  whereOneOf(query, 'entity_ref', entityRefs);
  return new Map(
    (await query).map(row => [row.entity_ref, readHeads(row.heads)]),
  );
}

function largestWait(
  ledgers: readonly ChangeLedger[],
  options: SummariseOptions,
): TeamOverview['wait'] {
  const { sentence } = summariseWaits(ledgers, options);
  if (sentence?.share === undefined) {
    return undefined;
  }
  const { kind, share, n, few } = sentence;
  return { kind, share, n, few };
}

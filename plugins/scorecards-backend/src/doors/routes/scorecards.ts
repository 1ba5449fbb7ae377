import { InputError } from '@backstage/errors';
import { defineRoute, Paging, ForCaller } from '@fairlead/backend-routes';
import { isolated } from '@fairlead/bidi-text';
import {
  addDays,
  daysBetween,
  LocalDays,
  ScorecardResults,
} from '../../answers/results';
import { ScorecardPath, scorecardRefOf } from '../schema/refs';
import { ScorecardEntitiesSchema } from '../schema/results';
import {
  HistoryParams,
  HistorySchema,
  RollupParams,
  RollupSchema,
  ScorecardDetailsSchema,
  ScorecardEntitiesParams,
  ScorecardsSchema,
} from '../schema/scorecards';
import { CsvSchema } from '../schema/media';
import { sendCsv } from './sendCsv';

const DEFAULT_DAYS = 90;
const MAX_DAYS = 731;

export function createScorecardRoutes(options: {
  days: LocalDays;
  scorecards: ScorecardResults<ForCaller>;
}) {
  const { days, scorecards } = options;
  return [
    defineRoute({
      operationId: 'listScorecards',
      summary: 'Lists the scorecards with their totals',
      method: 'get',
      path: '/scorecards',
      query: Paging,
      response: {
        description: 'A page of scorecards, by ref',
        content: { 'application/json': ScorecardsSchema },
      },
      handle: async ({ query, credentials }) =>
        scorecards.list(query, { credentials }),
    }),

    defineRoute({
      operationId: 'getScorecard',
      summary: 'Reads a scorecard: its definition in force and its totals',
      method: 'get',
      path: '/scorecards/:namespace/:name',
      params: ScorecardPath,
      response: {
        description: 'The scorecard',
        content: { 'application/json': ScorecardDetailsSchema },
      },
      errors: [404],
      handle: async ({ params, credentials }) =>
        scorecards.get(scorecardRefOf(params), { credentials }),
    }),

    defineRoute({
      operationId: 'listScorecardEntities',
      summary: 'Lists the entities that a scorecard judges, worst first',
      method: 'get',
      path: '/scorecards/:namespace/:name/entities',
      params: ScorecardPath,
      query: ScorecardEntitiesParams,
      response: {
        description: 'A page of entities; as CSV, all of them',
        content: {
          'application/json': ScorecardEntitiesSchema,
          'text/csv': CsvSchema,
        },
      },
      errors: [404],
      async handle({ params, query, credentials, res }) {
        const { format, limit, cursor, ...filter } = query;
        const scorecardRef = scorecardRefOf(params);
        if (format === 'json') {
          return scorecards.listEntities(
            { scorecardRef, filter, limit, cursor },
            { credentials },
          );
        }
        if (cursor !== undefined) {
          throw new InputError(
            `Query 'cursor': leave it out for CSV, which answers all rows`,
          );
        }
        const pages = await scorecards.streamEntities(
          { scorecardRef, filter },
          { credentials },
        );
        await sendCsv(pages, { res, fileName: `${params.name}.csv` });
        return undefined;
      },
    }),

    defineRoute({
      operationId: 'getScorecardRollup',
      summary: 'Counts levels and statuses by owner, system, domain or check',
      method: 'get',
      path: '/scorecards/:namespace/:name/rollup',
      params: ScorecardPath,
      query: RollupParams,
      response: {
        description: 'One item a group, those with most failures first',
        content: { 'application/json': RollupSchema },
      },
      errors: [404],
      handle: async ({ params, query, credentials }) =>
        scorecards.rollup(
          { scorecardRef: scorecardRefOf(params), ...query },
          { credentials },
        ),
    }),

    defineRoute({
      operationId: 'getScorecardHistory',
      summary: 'Reads daily totals, with marks where the definition changed',
      description:
        'A caller who may not see every entity gets the totals of those they see today, as these stood then.',
      method: 'get',
      path: '/scorecards/:namespace/:name/history',
      params: ScorecardPath,
      query: HistoryParams,
      response: {
        description: 'The days that have totals, oldest first',
        content: { 'application/json': HistorySchema },
      },
      errors: [404],
      handle: async ({ params, query, credentials }) =>
        scorecards.history(
          { scorecardRef: scorecardRefOf(params), ...readRange(query, days) },
          { credentials },
        ),
    }),
  ];
}

function readRange(query: { from?: string; to?: string }, local: LocalDays) {
  const to = query.to ?? local.dayOf(Date.now());
  const from = query.from ?? addDays(to, -DEFAULT_DAYS);
  const days = daysBetween(from, to);
  if (days < 0) {
    throw new InputError(isolated`Query 'from': '${from}' comes after '${to}'`);
  }
  if (days > MAX_DAYS) {
    throw new InputError(
      isolated`Query 'from': '${from}' is more than ${MAX_DAYS} days before '${to}'`,
    );
  }
  return { from, to };
}

import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  defineRoute,
  EntityPath,
  ForCaller,
  sendKept,
} from '@fairlead/backend-routes';
import { EntityHistory } from '../../answers/history/EntityHistory';
import { EntityRecords } from '../../answers/history/EntityRecords';
import { EntityMeasures } from '../../answers/measures/EntityMeasures';
import { Overview } from '../../answers/overview/Overview';
import { AuthorizedMeasureValues } from '../../answers/values/AuthorizedMeasureValues';
import {
  EntityHistorySchema,
  EntityMeasuresSchema,
  EntityRecordsSchema,
  HistoryParams,
  MeasuresParams,
  MeasureValuesParams,
  MeasureValuesSchema,
  OverviewParams,
  RecordsParams,
} from '../schema/measures';
import { OverviewSchema } from '../schema/overview';

const ENTITY = '/entities/:kind/:namespace/:name';
const KEPT = 'Answers an ETag, and 304 to an If-None-Match that still holds.';

export function createMeasureRoutes(options: {
  history: EntityHistory<ForCaller>;
  measures: EntityMeasures<ForCaller>;
  overview: Overview<ForCaller>;
  records: EntityRecords<ForCaller>;
  values: AuthorizedMeasureValues;
}) {
  const { history, measures, overview, records, values } = options;
  return [
    defineRoute({
      operationId: 'getEntityMeasures',
      summary: 'Reads what the measures of an entity are, and where time waits',
      description: `Of an entity, of all parts of a system or a domain, or of what a group and the groups below it own or owned. ${KEPT}`,
      method: 'get',
      path: `${ENTITY}/measures`,
      params: EntityPath,
      query: MeasuresParams,
      response: {
        description: 'Each measure with its state, n, trend and comparison',
        content: { 'application/json': EntityMeasuresSchema },
      },
      errors: [404],
      handle: async ({ params, query, credentials, ...http }) =>
        sendKept(
          await measures.read(
            { entityRef: stringifyEntityRef(params), ...query },
            { credentials },
          ),
          http,
        ),
    }),

    defineRoute({
      operationId: 'listMeasureRecords',
      summary: 'Lists the records behind a measure, and those left out',
      description:
        'Latest first. The first page holds the first of those left out besides; with `excluded` all of these are paged.',
      method: 'get',
      path: `${ENTITY}/records`,
      params: EntityPath,
      query: RecordsParams,
      response: {
        description: 'A page of records',
        content: { 'application/json': EntityRecordsSchema },
      },
      errors: [404],
      handle: async ({ params, query, credentials }) =>
        records.list(
          { entityRef: stringifyEntityRef(params), ...query },
          { credentials },
        ),
    }),

    defineRoute({
      operationId: 'listEntityHistory',
      summary: 'Lists the records of an entity, latest first',
      method: 'get',
      path: `${ENTITY}/history`,
      params: EntityPath,
      query: HistoryParams,
      response: {
        description: 'A page of records',
        content: { 'application/json': EntityHistorySchema },
      },
      errors: [404],
      handle: async ({ params, query, credentials }) =>
        history.list(
          { entityRef: stringifyEntityRef(params), ...query },
          { credentials },
        ),
    }),

    defineRoute({
      operationId: 'getOverview',
      summary: 'Reads where the whole organisation and its teams stand',
      description: `As far as the caller may see it. Computed in the background: \`computedAt\` says as of when. ${KEPT}`,
      method: 'get',
      path: '/overview',
      query: OverviewParams,
      response: {
        description: 'The organisation, and its teams side by side',
        content: { 'application/json': OverviewSchema },
      },
      handle: async ({ query, credentials, ...http }) =>
        sendKept(await overview.read(query, { credentials }), http),
    }),

    defineRoute({
      operationId: 'readMeasureValues',
      summary: 'Reads the values of the entities that were measured again',
      description:
        'Over the last thirty days, in a stable order, for ever resumable: go on with the cursor of the page before.',
      method: 'get',
      path: '/measure-values',
      query: MeasureValuesParams,
      allow: ['service'],
      response: {
        description: 'The values of each entity; none where nothing is known',
        content: { 'application/json': MeasureValuesSchema },
      },
      handle: async ({ query, credentials }) =>
        values.read(query, { credentials }),
    }),
  ];
}

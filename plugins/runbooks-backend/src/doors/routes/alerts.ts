import { stringifyEntityRef } from '@backstage/catalog-model';
import { defineRoute, EntityPath, ForCaller } from '@fairlead/backend-routes';
import { CoverageAnswers } from '../../answers/alertCoverage';
import { FiringAnswers } from '../../answers/firing';
import { TeamAnswers } from '../../answers/team';
import { EntityValues } from '../../answers/values';
import {
  CoverageParams,
  CoverageSchema,
  DraftParams,
  DraftSchema,
  FiringParams,
  FiringSchema,
  TeamRunbooksSchema,
  ValuesParams,
  ValuesSchema,
} from '../schema/alerts';

export function createAlertRoutes(options: {
  coverage: CoverageAnswers<ForCaller>;
  entityValues: EntityValues;
  firing: FiringAnswers<ForCaller>;
  teams: TeamAnswers<ForCaller>;
}) {
  const { coverage, entityValues, firing, teams } = options;
  return [
    defineRoute({
      operationId: 'listFiring',
      summary: 'Lists what fires now, with the way to its runbook',
      description: 'Those that may page first, then the latest first.',
      method: 'get',
      path: '/firing',
      query: FiringParams,
      response: {
        description: 'What fires',
        content: { 'application/json': FiringSchema },
      },
      handle: async ({ query, credentials }) =>
        firing.list(
          { owners: query.owner ?? [], mine: query.mine ?? false },
          { credentials },
        ),
    }),

    defineRoute({
      operationId: 'listAlertCoverage',
      summary: 'Lists the alerts that fired, with how runbooks cover them',
      description:
        'Those without a runbook first. An alert name that fired on several entities is a row for each and counts once: as covered where it is on all of them.',
      method: 'get',
      path: '/coverage',
      query: CoverageParams,
      response: {
        description: 'A page of alerts, and the coverage',
        content: { 'application/json': CoverageSchema },
      },
      handle: async ({ query, credentials }) => {
        const { limit, cursor, days, ...filter } = query;
        return coverage.list({ filter, days, limit, cursor }, { credentials });
      },
    }),

    defineRoute({
      operationId: 'draftRunbook',
      summary: 'Drafts the files of a runbook for an alert',
      description: 'From what is known of the alert and the entity.',
      method: 'get',
      path: '/coverage/drafts',
      query: DraftParams,
      response: {
        description: 'The files, and where they can be proposed',
        content: { 'application/json': DraftSchema },
      },
      errors: [404],
      handle: async ({ query, credentials }) =>
        coverage.draft(query, { credentials }),
    }),

    defineRoute({
      operationId: 'getTeamRunbooks',
      summary: 'Reads what would fail a team tonight',
      description: 'With the teams below it.',
      method: 'get',
      path: '/teams/:kind/:namespace/:name',
      params: EntityPath,
      response: {
        description: 'What fires, gaps, runbooks that fail, and follow-ups',
        content: { 'application/json': TeamRunbooksSchema },
      },
      errors: [404],
      handle: async ({ params, credentials }) =>
        teams.get(stringifyEntityRef(params), { credentials }),
    }),

    defineRoute({
      operationId: 'listEntityValues',
      summary: 'Reads what changed of entities since a cursor',
      description:
        'For other backends. Go on with the cursor of the page before, now or later.',
      method: 'get',
      path: '/entity-values',
      query: ValuesParams,
      allow: ['service'],
      response: {
        description: 'A page of values',
        content: { 'application/json': ValuesSchema },
      },
      handle: async ({ query, credentials }) =>
        entityValues.read(query, { credentials }),
    }),
  ];
}

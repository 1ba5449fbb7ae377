import { stringifyEntityRef } from '@backstage/catalog-model';
import { defineRoute, EntityPath, RefPart } from '@fairlead/backend-routes';
import { z } from 'zod';
import { EntityAnswers } from '../../answers/entity';
import { AuthorizedInsights } from '../../answers/insights';
import { AuthorizedTeam } from '../../answers/team';
import {
  EntityOnboardingSchema,
  InsightsQuery,
  InsightsSchema,
  TeamOnboardingSchema,
} from '../schema/insights';

const TrackPath = z.object({ namespace: RefPart, name: RefPart });

export function createInsightRoutes(options: {
  entityAnswers: EntityAnswers;
  insights: AuthorizedInsights;
  teams: AuthorizedTeam;
}) {
  const { entityAnswers, insights, teams } = options;
  return [
    defineRoute({
      operationId: 'getTrackInsights',
      summary: 'Tells how a track goes: times of cohorts, and stuck tasks',
      description:
        'Nothing is told of fewer than five people, in itself or by the difference of two answers. Whoever is not there yet is counted, not left out.',
      method: 'get',
      path: '/tracks/:namespace/:name/insights',
      params: TrackPath,
      query: InsightsQuery,
      response: {
        description:
          'Cohorts, the latest first, and tasks, the most stuck first',
        content: { 'application/json': InsightsSchema },
      },
      errors: [404],
      handle: async ({ params, query, credentials }) =>
        insights.get(
          stringifyEntityRef({ kind: 'onboardingtrack', ...params }),
          { ...(query.team !== undefined && { teamRef: query.team }) },
          { credentials },
        ),
    }),

    defineRoute({
      operationId: 'getTeamOnboarding',
      summary:
        'Tells who of a team is on the way, as far as the caller may know',
      description:
        'A manager sees of direct reports whether they have begun or are finished, a buddy the same of whom they go along with. Times and tasks are told of five people and more.',
      method: 'get',
      path: '/teams/:kind/:namespace/:name',
      params: EntityPath,
      response: {
        description: 'The journeys, figures and roles of the team',
        content: { 'application/json': TeamOnboardingSchema },
      },
      errors: [404],
      handle: async ({ params, credentials }) =>
        teams.get(stringifyEntityRef(params), { credentials }),
    }),

    defineRoute({
      operationId: 'getEntityOnboarding',
      summary: 'Tells what to read, run and try first, and whom to ask',
      method: 'get',
      path: '/entities/:kind/:namespace/:name',
      params: EntityPath,
      response: {
        description: 'First steps for somebody who is new to the entity',
        content: { 'application/json': EntityOnboardingSchema },
      },
      errors: [404],
      handle: async ({ params, credentials }) =>
        entityAnswers.get(stringifyEntityRef(params), { credentials }),
    }),
  ];
}

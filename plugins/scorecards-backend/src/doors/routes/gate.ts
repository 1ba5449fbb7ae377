import { defineRoute, ForCaller } from '@fairlead/backend-routes';
import { readGate } from '../../answers/gate';
import { EntityResults, ScorecardResults } from '../../answers/results';
import { GateRequestSchema, GateSchema } from '../schema/gate';

export function createGateRoutes(options: {
  entities: EntityResults<ForCaller>;
  scorecards: ScorecardResults<ForCaller>;
}) {
  return [
    defineRoute({
      operationId: 'checkGate',
      summary: 'Says whether entities hold a level or checks of a scorecard',
      description:
        'For pipelines and templates. Stores nothing. An entity that is not judged, or that the caller may not see, is not known to hold anything.',
      method: 'post',
      path: '/gate',
      body: GateRequestSchema,
      response: {
        description: 'The answer for all, and for each with what is missing',
        content: { 'application/json': GateSchema },
      },
      errors: [404, 413],
      handle: async ({ body, credentials }) =>
        readGate(body, { ...options, caller: { credentials } }),
    }),
  ];
}

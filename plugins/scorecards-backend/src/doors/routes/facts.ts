import { AuditorService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  audited,
  defineRoute,
  EntityPath,
  ForCaller,
} from '@fairlead/backend-routes';
import { AuthorizedFacts } from '../../intake/facts/AuthorizedFacts';
import { EntityResults } from '../../answers/results';
import {
  EntityFactsSchema,
  FactsRequest,
  FactsResultSchema,
  KnownFactsSchema,
} from '../schema/facts';

const MIB = 1024 * 1024;

export function createFactRoutes(options: {
  auditor: AuditorService;
  entities: EntityResults<ForCaller>;
  facts: AuthorizedFacts;
}) {
  const { auditor, entities, facts } = options;
  return [
    defineRoute({
      operationId: 'listFacts',
      summary: 'Lists the facts that scorecards may name',
      method: 'get',
      path: '/facts',
      response: {
        description: 'All facts declared or ever received',
        content: { 'application/json': KnownFactsSchema },
      },
      async handle({ credentials }) {
        const items = await facts.listKnown({ credentials });
        return { items, totalItems: items.length };
      },
    }),

    defineRoute({
      operationId: 'putFacts',
      summary: 'Takes facts about entities',
      description:
        'An entry is taken whole or rejected whole. The same or an older observedAt changes nothing.',
      method: 'post',
      path: '/facts',
      body: FactsRequest,
      bodyLimit: MIB,
      response: {
        status: 202,
        description: 'How many entries were taken, and which were not',
        content: { 'application/json': FactsResultSchema },
      },
      errors: [413],
      handle: async ({ body, credentials, req }) =>
        audited(
          auditor,
          {
            eventId: 'fact-create',
            request: req,
            severityLevel: 'low',
            meta: { entries: body.facts.length },
          },
          () => facts.put(body.facts, { credentials }),
        ),
    }),

    defineRoute({
      operationId: 'getEntityFacts',
      summary: 'Reads the facts of an entity',
      method: 'get',
      path: '/facts/:kind/:namespace/:name',
      params: EntityPath,
      response: {
        description: 'The newest value of each fact',
        content: { 'application/json': EntityFactsSchema },
      },
      errors: [404],
      handle: async ({ params, credentials }) =>
        entities.getFacts(stringifyEntityRef(params), { credentials }),
    }),
  ];
}

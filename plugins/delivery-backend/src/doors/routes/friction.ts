import { AuditorService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  asUser,
  audited,
  defineRoute,
  EntityPath,
  ForCaller,
} from '@fairlead/backend-routes';
import { Friction } from '../../answers/friction/Friction';
import { AuthorizedFrictionReports } from '../../intake/friction';
import {
  FrictionReportBody,
  FrictionReportPath,
  FrictionReportSchema,
  FrictionSchema,
  WithdrawnSchema,
} from '../schema/friction';
import { WindowQuery } from '../schema/window';

const ENTITY = '/entities/:kind/:namespace/:name';

export function createFrictionRoutes(options: {
  auditor: AuditorService;
  friction: Friction<ForCaller>;
  frictionReports: AuthorizedFrictionReports;
}) {
  const { auditor, friction, frictionReports } = options;
  return [
    defineRoute({
      operationId: 'getFriction',
      summary: 'Sums per week what was reported to get in the way',
      description:
        'Of an entity, of all parts of a system or a domain, or of what a group and the groups below it owned at the time. Nobody is named.',
      method: 'get',
      path: `${ENTITY}/friction`,
      params: EntityPath,
      query: WindowQuery,
      response: {
        description:
          'Weeks, oldest first; single reports for members of the owning team, and for others their own',
        content: { 'application/json': FrictionSchema },
      },
      errors: [404],
      handle: async ({ params, query, credentials }) =>
        friction.read(
          { entityRef: stringifyEntityRef(params), ...query },
          { credentials },
        ),
    }),

    defineRoute({
      operationId: 'reportFriction',
      summary: 'Reports what got in the way',
      description:
        'For the team that owns the entity. The same report again within a minute is taken for the first one. One person reports so much in seven days, and no more.',
      method: 'post',
      path: `${ENTITY}/friction-reports`,
      params: EntityPath,
      body: FrictionReportBody,
      allow: ['user'],
      response: {
        status: 201,
        description: 'The report',
        content: { 'application/json': FrictionReportSchema },
      },
      errors: [404, 413, 429],
      handle: async ({ params, body, credentials, req }) => {
        const entityRef = stringifyEntityRef(params);
        return audited(
          auditor,
          {
            eventId: 'friction-report-create',
            request: req,
            meta: { entityRef },
          },
          () =>
            frictionReports.put({ ...body, entityRef }, asUser(credentials)),
        );
      },
    }),

    defineRoute({
      operationId: 'withdrawFrictionReport',
      summary: 'Takes back a report of one’s own',
      method: 'post',
      path: `${ENTITY}/friction-reports/:id/withdrawal`,
      params: FrictionReportPath,
      allow: ['user'],
      response: {
        description: 'It is gone',
        content: { 'application/json': WithdrawnSchema },
      },
      errors: [404],
      handle: async ({ params, credentials, req }) => {
        const { id, ...entity } = params;
        const entityRef = stringifyEntityRef(entity);
        return audited(
          auditor,
          {
            eventId: 'friction-report-delete',
            request: req,
            meta: { entityRef, id },
          },
          async () => {
            await frictionReports.withdraw(
              { id, entityRef },
              asUser(credentials),
            );
            return { id };
          },
        );
      },
    }),
  ];
}

import { stringifyEntityRef } from '@backstage/catalog-model';
import { defineRoute } from '@fairlead/backend-routes';
import { Badges, renderBadge } from '../../answers/badges';
import { SvgSchema } from '../schema/media';
import { BadgePath, scorecardRefOf } from '../schema/refs';

export function createBadgeRoutes(options: { badges: Badges }) {
  const { badges } = options;
  return [
    defineRoute({
      operationId: 'getBadge',
      summary: 'Draws the level of an entity as a badge',
      description:
        "Says 'unknown' when there is no result or the caller may not see it, with status 200: a README shows no other. Needs credentials unless `scorecards.badges.public` is configured.",
      method: 'get',
      path: '/badges/:namespace/:name/:kind/:entityNamespace/:entityName.svg',
      params: BadgePath,
      allow: badges.arePublic
        ? ['user', 'service', 'none']
        : ['user', 'service'],
      response: {
        description: 'The badge',
        content: { 'image/svg+xml': SvgSchema },
      },
      async handle({ params, credentials, res }) {
        const badge = await badges.get(
          {
            scorecardRef: scorecardRefOf(params),
            entityRef: stringifyEntityRef({
              kind: params.kind,
              namespace: params.entityNamespace,
              name: params.entityName,
            }),
          },
          { credentials },
        );
        res.setHeader('Content-Security-Policy', "default-src 'none'");
        res.setHeader(
          'Cache-Control',
          `${badges.arePublic ? 'public' : 'private'}, max-age=300`,
        );
        res.type('image/svg+xml').send(renderBadge(badge));
        return undefined;
      },
    }),
  ];
}

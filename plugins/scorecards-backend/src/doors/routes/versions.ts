import { defineRoute } from '@fairlead/backend-routes';
import { AuthorizedVersions } from '../../judging/definitions/AuthorizedVersions';
import { ScorecardPath, scorecardRefOf } from '../schema/refs';
import { VersionPath, VersionSchema, VersionsSchema } from '../schema/versions';

export function createVersionRoutes(options: { versions: AuthorizedVersions }) {
  const { versions } = options;
  return [
    defineRoute({
      operationId: 'listScorecardVersions',
      summary: 'Lists the versions that a scorecard had, newest first',
      method: 'get',
      path: '/scorecards/:namespace/:name/versions',
      params: ScorecardPath,
      response: {
        description: 'All versions, each with what it changed',
        content: { 'application/json': VersionsSchema },
      },
      errors: [404],
      handle: async ({ params, credentials }) =>
        versions.list(scorecardRefOf(params), { credentials }),
    }),

    defineRoute({
      operationId: 'getScorecardVersion',
      summary: 'Reads a version of a scorecard beside the one before it',
      method: 'get',
      path: '/scorecards/:namespace/:name/versions/:version',
      params: VersionPath,
      response: {
        description: 'Both definitions, and what changed in sentences',
        content: { 'application/json': VersionSchema },
      },
      errors: [404],
      handle: async ({ params: { version, ...path }, credentials }) =>
        versions.get(
          { scorecardRef: scorecardRefOf(path), version: Number(version) },
          { credentials },
        ),
    }),
  ];
}

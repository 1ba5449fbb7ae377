import { stringifyEntityRef } from '@backstage/catalog-model';
import { defineRoute, ForCaller } from '@fairlead/backend-routes';
import { TrackPreviews } from '../../answers/preview';
import { TrackAnswers } from '../../answers/tracks';
import {
  PreviewBody,
  PreviewSchema,
  TrackDetailSchema,
  TrackPath,
  TracksParams,
  TracksSchema,
} from '../schema/tracks';

/** A long text as JSON, in which a character may take several bytes. */
const PREVIEW_BYTES = 2 * 1024 * 1024;

export function createTrackRoutes(options: {
  previews: TrackPreviews;
  trackAnswers: TrackAnswers<ForCaller>;
}) {
  const { previews, trackAnswers } = options;
  return [
    defineRoute({
      operationId: 'listTracks',
      summary: 'Lists the tracks, by title',
      method: 'get',
      path: '/tracks',
      query: TracksParams,
      response: {
        description: 'A page of tracks',
        content: { 'application/json': TracksSchema },
      },
      handle: async ({ query, credentials }) => {
        const { limit, cursor, ...filter } = query;
        return trackAnswers.list({ filter, limit, cursor }, { credentials });
      },
    }),

    defineRoute({
      operationId: 'getTrack',
      summary: 'Reads a track: its milestones and tasks, and its versions',
      method: 'get',
      path: '/tracks/:namespace/:name',
      params: TrackPath,
      response: {
        description: 'The track',
        content: { 'application/json': TrackDetailSchema },
      },
      errors: [404],
      handle: async ({ params, credentials }) =>
        trackAnswers.get(
          stringifyEntityRef({ kind: 'OnboardingTrack', ...params }),
          { credentials },
        ),
    }),

    defineRoute({
      operationId: 'previewTrack',
      summary: 'Shows a track as a user would see it, and stores nothing',
      description:
        'As somebody else: for whoever may change all journeys, and for the team that owns the track. A track with problems answers 200 with them, and plans nothing.',
      method: 'post',
      path: '/preview',
      body: PreviewBody,
      bodyLimit: PREVIEW_BYTES,
      response: {
        description: 'The plan, or what is wrong',
        content: { 'application/json': PreviewSchema },
      },
      errors: [413],
      handle: async ({ body, credentials }) =>
        previews.preview(body, { credentials }),
    }),
  ];
}

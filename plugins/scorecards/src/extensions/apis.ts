import { ApiBlueprint, fetchApiRef } from '@backstage/frontend-plugin-api';
import { scorecardsApiRef, ScorecardsClient } from '../api';

/** The client of the scorecards backend. */
export const scorecardsApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: scorecardsApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => ScorecardsClient.create({ fetchApi }),
    }),
});

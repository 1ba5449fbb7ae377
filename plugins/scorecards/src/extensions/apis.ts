import { ApiBlueprint, fetchApiRef } from '@backstage/frontend-plugin-api';
import {
  scmAuthApiRef,
  scmIntegrationsApiRef,
} from '@backstage/integration-react';
import { scorecardsApiRef, ScorecardsClient } from '../api';
import { DefaultScorecardsScm, scorecardsScmApiRef } from '../fixes/scm';

/** The client of the scorecards backend. */
export const scorecardsApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: scorecardsApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => ScorecardsClient.create({ fetchApi }),
    }),
});

/** The hosts of source code, where pull requests are opened with the reader's own login. */
export const scorecardsScmApi = ApiBlueprint.make({
  name: 'scm',
  params: defineParams =>
    defineParams({
      api: scorecardsScmApiRef,
      deps: { auth: scmAuthApiRef, integrations: scmIntegrationsApiRef },
      factory: deps => new DefaultScorecardsScm(deps),
    }),
});

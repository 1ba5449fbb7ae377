import { createQueryHooks } from '@fairlead/frontend-parts';
import { scorecardsApiRef } from './ScorecardsApi';

export const {
  useQueriedApi: useScorecardsApi,
  useApiQuery: useScorecardsQuery,
} = createQueryHooks(scorecardsApiRef);

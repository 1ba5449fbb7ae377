import { useMutation } from '@tanstack/react-query';
import { AnswerRequest } from '../api';
import { queryKeys } from '../api/queries';
import { useScorecardsApi } from '../api/useScorecardsQuery';

/** Answering a question and settling which answer holds. What is shown of the entity is read anew afterwards. */
export function useAnswerMutations(entityRef: string) {
  const { api, queryClient } = useScorecardsApi();
  const onSuccess = () =>
    queryClient.invalidateQueries({ queryKey: queryKeys.entity(entityRef) });
  const answer = useMutation(
    {
      mutationFn: (request: Omit<AnswerRequest, 'entityRef'>) =>
        api.answerQuestion({ ...request, entityRef }),
      onSuccess,
    },
    queryClient,
  );
  const settle = useMutation(
    {
      mutationFn: ({ id, reason }: { id: string; reason: string }) =>
        api.settleAnswers(id, { decision: 'settle', reason }),
      onSuccess,
    },
    queryClient,
  );
  return { answer, settle };
}

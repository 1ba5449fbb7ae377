import { MyJourneys } from '@fairlead/backstage-plugin-onboarding-common';
import { useMutation } from '@tanstack/react-query';
import { JourneyAnswer, OnboardingApi } from '../api';
import { queryKeys } from '../api/queries';
import { useOnboardingApi } from '../api/useOnboardingQuery';

/** What else may read differently once a journey has changed, by how the keys of its answers begin. */
const HANGING_ON_JOURNEYS: readonly (keyof typeof queryKeys)[] = [
  'mine',
  'journey',
  'team',
  'track',
  'tracks',
  'entity',
  'insights',
];

/**
 * Changes something of a journey. The answer is the journey as it is then, so that it shows at once; what else hangs on it
 * is asked for again.
 */
export function useJourneyMutation<T = void>(
  change: (api: OnboardingApi, variables: T) => Promise<JourneyAnswer | void>,
) {
  const { api, queryClient } = useOnboardingApi();
  return useMutation(
    {
      mutationFn: (variables: T) => change(api, variables),
      onSuccess: answer => {
        if (answer && 'milestones' in answer) {
          queryClient.setQueryData(queryKeys.journey(answer.id), answer);
          queryClient.setQueryData<MyJourneys>(
            queryKeys.mine,
            mine =>
              mine && {
                ...mine,
                journeys: mine.journeys.map(journey =>
                  journey.id === answer.id && answer.role === 'self'
                    ? answer
                    : journey,
                ),
              },
          );
        }
        for (const key of HANGING_ON_JOURNEYS) {
          queryClient.invalidateQueries({ queryKey: [key] });
        }
      },
    },
    queryClient,
  );
}

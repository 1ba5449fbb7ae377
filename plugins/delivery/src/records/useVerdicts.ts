import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { LinkVerdictRequest } from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { skipToken, useMutation, useQuery } from '@tanstack/react-query';
import { queryKeys } from '../api/queries';
import { useDeliveryApi } from '../api/useDeliveryQuery';
import { deliveryTranslationRef } from '../translation';

type Verdict = LinkVerdictRequest['verdict'];
type Verdicts = Readonly<Record<string, Verdict>>;

const KEY = ['verdicts'];
const NONE: Verdicts = {};
const nameOf = (link: { deployment: string; incident: string }) =>
  `${link.deployment} ${link.incident}`;

/**
 * What the reader said of inferred links. It shows at once and is kept beside the records, because the backend computes
 * the number anew a moment later and answers as before until then. If it cannot be saved it is taken back with a
 * message.
 */
export function useVerdicts(entityRef: string) {
  const { api, queryClient } = useDeliveryApi();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const alertApi = useApi(alertApiRef);
  const { data: verdicts = NONE } = useQuery<Verdicts>(
    // No request: this query only holds the answers given on this page.
    { queryKey: KEY, queryFn: skipToken, staleTime: Infinity },
    queryClient,
  );
  const keep = (name: string, verdict: Verdict | undefined) =>
    queryClient.setQueryData<Verdicts>(KEY, (before = {}) => {
      const { [name]: _, ...others } = before;
      return verdict ? { ...others, [name]: verdict } : others;
    });
  const mutation = useMutation(
    {
      mutationFn: (request: LinkVerdictRequest) => api.giveVerdict(request),
      onMutate: request => {
        const name = nameOf(request);
        const before = verdicts[name];
        keep(name, request.verdict);
        return { name, before };
      },
      onError: (error, _request, context) => {
        if (context) {
          keep(context.name, context.before);
        }
        alertApi.post({
          message: t('records.verdict.failed', { message: error.message }),
          severity: 'error',
        });
      },
      onSuccess: () =>
        queryClient.invalidateQueries({
          queryKey: queryKeys.entity(entityRef),
        }),
    },
    queryClient,
  );
  return {
    verdictOn: (link: { deployment: string; incident: string }) =>
      verdicts[nameOf(link)],
    give: (request: LinkVerdictRequest) => mutation.mutate(request),
  };
}

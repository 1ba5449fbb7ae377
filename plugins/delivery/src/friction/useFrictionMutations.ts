import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import {
  FrictionReportRequest,
  FrictionResponse,
} from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { useMutation } from '@tanstack/react-query';
import { queryKeys } from '../api/queries';
import { useDeliveryApi } from '../api/useDeliveryQuery';
import { deliveryTranslationRef } from '../translation';

/** Sending a report and taking one back. A report taken back goes at once, and comes again with a message on failure. */
export function useFrictionMutations(entityRef: string) {
  const { api, queryClient } = useDeliveryApi();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const alertApi = useApi(alertApiRef);
  const queryKey = queryKeys.friction(entityRef).slice(0, 2);
  const refresh = () => queryClient.invalidateQueries({ queryKey });
  const send = useMutation(
    {
      mutationFn: (report: FrictionReportRequest) =>
        api.reportFriction(entityRef, report),
      onSuccess: () => {
        alertApi.post({
          message: t('friction.dialog.sent'),
          severity: 'success',
          display: 'transient',
        });
        return refresh();
      },
    },
    queryClient,
  );
  const withdraw = useMutation(
    {
      mutationFn: (id: string) => api.withdrawFrictionReport(entityRef, id),
      onMutate: async id => {
        await queryClient.cancelQueries({ queryKey });
        const before = queryClient.getQueriesData<FrictionResponse>({
          queryKey,
        });
        queryClient.setQueriesData<FrictionResponse>(
          { queryKey },
          data =>
            data && {
              ...data,
              reports: data.reports?.filter(report => report.id !== id),
            },
        );
        return before;
      },
      onError: (_error, _id, before) => {
        before?.forEach(([key, data]) => queryClient.setQueryData(key, data));
        alertApi.post({
          message: t('friction.section.withdrawFailed'),
          severity: 'error',
        });
      },
      onSuccess: () => {
        alertApi.post({
          message: t('friction.section.withdrawn'),
          severity: 'success',
          display: 'transient',
        });
        return refresh();
      },
    },
    queryClient,
  );
  return { send, withdraw };
}

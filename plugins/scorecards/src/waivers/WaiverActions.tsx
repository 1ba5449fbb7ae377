import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  scorecardsWaiverUpdatePermission,
  Waiver,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { ErrorPanel } from '../states';
import { scorecardsTranslationRef } from '../translation';
import { RejectDialog } from './RejectDialog';
import { useWaiverMutations } from './useWaiverMutations';
import { useWaiverSides } from './useWaiverSides';

/** Approve, reject and withdraw, each for those who may. */
export function WaiverActions(props: { waiver: Waiver; entity: Entity }) {
  const { waiver, entity } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const { allowed } = usePermission({
    permission: scorecardsWaiverUpdatePermission,
  });
  const { mayDecide, mayWithdraw } = useWaiverSides(waiver, entity);
  const { decide } = useWaiverMutations(stringifyEntityRef(entity));
  const [isRejecting, setIsRejecting] = useState(false);
  if (!allowed || !(mayDecide || mayWithdraw)) {
    return null;
  }
  return (
    <Box display="flex" flexWrap="wrap" gridGap={8} mt={1}>
      {mayDecide && (
        <>
          <Button
            size="small"
            variant="outlined"
            disabled={decide.isPending}
            onClick={() =>
              decide.mutate({ id: waiver.id, decision: 'approve' })
            }
          >
            {t('waivers.approve')}
          </Button>
          <Button
            size="small"
            variant="outlined"
            disabled={decide.isPending}
            onClick={() => setIsRejecting(true)}
          >
            {t('waivers.reject')}
          </Button>
        </>
      )}
      {mayWithdraw && (
        <Button
          size="small"
          disabled={decide.isPending}
          onClick={() => decide.mutate({ id: waiver.id, decision: 'withdraw' })}
        >
          {t('waivers.withdraw')}
        </Button>
      )}
      {isRejecting && (
        <RejectDialog
          onClose={() => setIsRejecting(false)}
          onReject={reason => {
            setIsRejecting(false);
            decide.mutate({ id: waiver.id, decision: 'reject', reason });
          }}
        />
      )}
      {decide.error && <ErrorPanel error={decide.error} />}
    </Box>
  );
}

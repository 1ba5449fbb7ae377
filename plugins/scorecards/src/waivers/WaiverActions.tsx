import { usePermission } from '@backstage/plugin-permission-react';
import {
  mayMoveWaiver,
  scorecardsWaiverCreatePermission,
  Waiver,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { ErrorPanel } from '../states';
import { scorecardsTranslationRef } from '../translation';
import { ReasonDialog } from './ReasonDialog';
import { useWaiverActor } from './useWaiverActor';
import { useWaiverMutations } from './useWaiverMutations';
import { WaiverDialog } from './WaiverDialog';

const MOVES = ['approve', 'reject', 'withdraw', 'revoke'] as const;

/** What the reader may do about a waiver: approve, reject, withdraw, revoke and renew, each for those who may. */
export function WaiverActions(props: {
  waiver: Waiver;
  checkTitle: string;
  entityName: string;
}) {
  const { waiver, checkTitle, entityName } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const actor = useWaiverActor();
  const { allowed: mayAsk } = usePermission({
    permission: scorecardsWaiverCreatePermission,
  });
  const { decide } = useWaiverMutations(waiver.entityRef);
  const [dialog, setDialog] = useState<'reject' | 'revoke' | 'renew'>();
  const moves = actor
    ? MOVES.filter(move => mayMoveWaiver(waiver, move, actor))
    : [];
  const mayRenew = mayAsk && waiver.state === 'approved';
  if (moves.length === 0 && !mayRenew) {
    return null;
  }
  const close = () => setDialog(undefined);
  return (
    <Box display="flex" flexWrap="wrap" gridGap={8} mt={1}>
      {moves.map(move => (
        <Button
          key={move}
          size="small"
          variant="outlined"
          color={move === 'approve' ? 'primary' : 'default'}
          disabled={decide.isPending}
          onClick={() =>
            move === 'reject' || move === 'revoke'
              ? setDialog(move)
              : decide.mutate({ id: waiver.id, decision: move })
          }
        >
          {t(`waivers.${move}`)}
        </Button>
      ))}
      {mayRenew && (
        <Button
          size="small"
          variant="outlined"
          onClick={() => setDialog('renew')}
        >
          {t('waivers.renew')}
        </Button>
      )}
      {dialog === 'renew' && (
        <WaiverDialog
          check={{ id: waiver.checkId, title: checkTitle }}
          entityRef={waiver.entityRef}
          entityName={entityName}
          scorecardRef={waiver.scorecardRef}
          renews={waiver}
          onClose={close}
        />
      )}
      {(dialog === 'reject' || dialog === 'revoke') && (
        <ReasonDialog
          move={dialog}
          onClose={close}
          onSend={reason => {
            close();
            decide.mutate({ id: waiver.id, decision: dialog, reason });
          }}
        />
      )}
      {decide.error && <ErrorPanel error={decide.error} />}
    </Box>
  );
}

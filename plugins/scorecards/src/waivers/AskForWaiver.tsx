import { usePermission } from '@backstage/plugin-permission-react';
import {
  CheckResult,
  scorecardsWaiverCreatePermission,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { scorecardsTranslationRef } from '../translation';
import { WaiverDialog } from './WaiverDialog';

/** The way to a waiver, for those who may ask for one, while the check does not pass and none is asked for. */
export function AskForWaiver(props: {
  check: CheckResult;
  entityRef: string;
  entityName: string;
  scorecardRef: string;
}) {
  const { check } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const { allowed } = usePermission({
    permission: scorecardsWaiverCreatePermission,
  });
  const [isOpen, setIsOpen] = useState(false);
  const isSettled = ['pass', 'waived', 'not-applicable'].includes(check.status);
  const isAskedFor =
    check.waiver?.state === 'requested' || check.waiver?.state === 'approved';
  if (!allowed || isSettled || isAskedFor) {
    return null;
  }
  return (
    <>
      <Button size="small" variant="outlined" onClick={() => setIsOpen(true)}>
        {t('waivers.ask')}
      </Button>
      {isOpen && <WaiverDialog {...props} onClose={() => setIsOpen(false)} />}
    </>
  );
}

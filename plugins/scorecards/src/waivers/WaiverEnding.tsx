import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Waiver } from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { scorecardsTranslationRef } from '../translation';

/** Who rejected or revoked a waiver, and why. */
export function WaiverEnding(props: { waiver: Waiver }) {
  const { rejectedBy, revokedBy } = props.waiver;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const ending = rejectedBy ?? revokedBy;
  if (!ending) {
    return null;
  }
  const words = {
    by: <EntityDisplayName entityRef={ending.by} hideIcon />,
    reason: ending.reason,
  };
  return (
    <p>
      {rejectedBy
        ? t('waivers.rejectedBy', words)
        : t('waivers.revokedBy', words)}
    </p>
  );
}

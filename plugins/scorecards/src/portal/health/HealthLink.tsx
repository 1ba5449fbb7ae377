import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { scorecardsHealthReadPermission } from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { healthRouteRef } from '../../routes';
import { scorecardsTranslationRef } from '../../translation';

/** Leads those who run the portal to its health; nothing for others. */
export function HealthLink() {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const path = useRouteRef(healthRouteRef);
  const { allowed } = usePermission({
    permission: scorecardsHealthReadPermission,
  });
  return allowed ? (
    <LinkButton variant="outlined" color="primary" to={path()}>
      {t('health.title')}
    </LinkButton>
  ) : null;
}

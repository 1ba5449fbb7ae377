import { LinkButton } from '@backstage/core-components';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  runbooksUseCreatePermission,
  StartUse,
} from '@fairlead/backstage-plugin-runbooks-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Button, { ButtonProps } from '@material-ui/core/Button';
import { usePageLinks } from '../links';
import { runbooksTranslationRef } from '../translation';
import { useStartUse } from './useStartUse';

/** Starts a runbook, or goes on with a use that is under way; nothing for those who may not use runbooks. */
export function StartButton(props: {
  start: StartUse;
  /** What it is started for, for those who do not see what stands around the button. */
  label: string;
  /** The use that is under way for the same. */
  useId?: string;
  size?: ButtonProps['size'];
  variant?: ButtonProps['variant'];
}) {
  const { start, label, useId, size = 'small', variant = 'outlined' } = props;
  const { t } = useTranslationRef(runbooksTranslationRef);
  const links = usePageLinks();
  const mutation = useStartUse();
  const { allowed } = usePermission({
    permission: runbooksUseCreatePermission,
  });
  if (useId) {
    return (
      <LinkButton
        to={links.runbook(start.runbook, {
          ...('alert' in start.for && { alert: start.for.alert }),
          entity: start.entity,
          use: useId,
        })}
        size={size}
        variant={variant}
        color="primary"
        aria-label={`${t('uses.continue')}: ${label}`}
      >
        {t('uses.continue')}
      </LinkButton>
    );
  }
  return allowed ? (
    <Button
      size={size}
      variant={variant}
      color="primary"
      disabled={mutation.isPending}
      onClick={() => mutation.mutate(start)}
      aria-label={`${t('uses.start')}: ${label}`}
    >
      {t('uses.start')}
    </Button>
  ) : null;
}

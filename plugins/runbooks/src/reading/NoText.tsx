import { LinkButton } from '@backstage/core-components';
import { RunbookDetail } from '@fairlead/backstage-plugin-runbooks-common';
import {
  EmptyPanel,
  isWebLink,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import { hostOf } from '../links';
import { runbooksTranslationRef } from '../translation';

/** There is no text to show: why, and where it may be. */
export function NoText(props: { runbook: RunbookDetail }) {
  const { health, url } = props.runbook;
  const { t } = useTranslationRef(runbooksTranslationRef);
  const reason =
    health.resolves.state === 'ok' ? undefined : health.resolves.reason;
  return (
    <EmptyPanel
      title={t('reading.noText')}
      action={
        url && isWebLink(url) ? (
          <LinkButton to={url} variant="contained" color="primary">
            {t('reading.openThere', { host: hostOf(url) })}
          </LinkButton>
        ) : undefined
      }
    >
      {reason && (
        <div>
          <bdi>{reason}</bdi>
        </div>
      )}
      {url
        ? t('reading.noTextWhere', { host: hostOf(url) })
        : t('reading.noTextNowhere')}
    </EmptyPanel>
  );
}

import { Link } from '@backstage/core-components';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { RunbookSummary } from '@fairlead/backstage-plugin-runbooks-common';
import { isWebLink, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { hostOf, usePageLinks } from '../links';
import { runbooksTranslationRef } from '../translation';

/** The way to a runbook, and where it is said that there is one. */
export function RunbookName(props: { runbook: RunbookSummary }) {
  const { runbook } = props;
  const { url } = runbook;
  const { t } = useTranslationRef(runbooksTranslationRef);
  const links = usePageLinks();
  const [served] = runbook.serves;
  return (
    <>
      <Link to={links.runbook(runbook.id)}>
        <bdi>{runbook.title}</bdi>
      </Link>
      <Typography
        variant="caption"
        color="textSecondary"
        component="div"
        title={url}
      >
        {url && isWebLink(url) && (
          <>
            <bdi>{hostOf(url)}</bdi> ·{' '}
          </>
        )}
        {t(`registry.from.${runbook.from}`, {
          serves: served ? (
            <EntityDisplayName entityRef={served} hideIcon disableTooltip />
          ) : (
            '…'
          ),
        })}
      </Typography>
    </>
  );
}

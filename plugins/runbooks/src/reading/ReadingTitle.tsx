import { Link, LinkButton } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { RunbookDetail } from '@fairlead/backstage-plugin-runbooks-common';
import { isWebLink, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import EditIcon from '@material-ui/icons/EditOutlined';
import { hostOf } from '../links';
import { runbooksTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      justifyContent: 'space-between',
      gap: theme.spacing(1, 2),
    },
    title: { overflowWrap: 'anywhere' },
    facts: {
      ...theme.typography.body2,
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 2),
    },
  }),
  { name: 'FairleadReadingTitle' },
);

/** What the runbook is called, whose it is, and where it is edited. */
export function ReadingTitle(props: { runbook: RunbookDetail }) {
  const { editUrl, entityRef, from, ownerRef, tier, title, url } =
    props.runbook;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  return (
    <header className={classes.root}>
      <div>
        <Typography variant="h3" component="h2" className={classes.title}>
          <bdi>{title}</bdi>
        </Typography>
        <div className={classes.facts}>
          {ownerRef && (
            <EntityRefLink entityRef={ownerRef} defaultKind="group" />
          )}
          <span>
            {t('reading.tierIs', { tier: t(`reading.tier.${tier}`) })}
          </span>
          {entityRef ? (
            <EntityRefLink
              entityRef={entityRef}
              title={t('reading.from.entity')}
            />
          ) : (
            <span>{t(`reading.from.${from}`)}</span>
          )}
          {url && isWebLink(url) && (
            <Link to={url}>
              {t('reading.openThere', { host: hostOf(url) })}
            </Link>
          )}
        </div>
      </div>
      {editUrl && isWebLink(editUrl) && (
        <LinkButton
          to={editUrl}
          variant="outlined"
          size="small"
          startIcon={<EditIcon fontSize="small" />}
        >
          {t('reading.edit')}
        </LinkButton>
      )}
    </header>
  );
}

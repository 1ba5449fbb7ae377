import {
  compareChecks,
  ScorecardVersionResponse,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useMemo } from 'react';
import { ComparedLines, compareLines } from '../../diff';
import { scorecardsTranslationRef } from '../../translation';
import { definitionYaml } from '../definition/definitionYaml';
import { CheckSides } from './CheckSides';

const useStyles = makeStyles(
  theme => ({
    changes: { marginTop: 0, paddingLeft: theme.spacing(3) },
    section: { marginTop: theme.spacing(3), overflowWrap: 'anywhere' },
    summary: { cursor: 'pointer', marginBottom: theme.spacing(1) },
  }),
  { name: 'FairleadVersionContent' },
);

/** The changes of a version: in sentences, check by check, and line by line. */
export function VersionContent(props: { version: ScorecardVersionResponse }) {
  const { before, changes, definition } = props.version;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const checks = useMemo(
    () => compareChecks(before, definition),
    [before, definition],
  );
  const stretches = useMemo(
    () =>
      compareLines({
        before: before ? definitionYaml(before) : '',
        after: definitionYaml(definition),
      }),
    [before, definition],
  );
  return (
    <>
      {before ? (
        <Typography component="ul" variant="body1" className={classes.changes}>
          {changes.map(change => (
            <li key={change}>{change}</li>
          ))}
        </Typography>
      ) : (
        <Typography>{t('versions.first')}</Typography>
      )}
      {before && (
        <section className={classes.section}>
          <Typography variant="h6" component="h3">
            {t('versions.checks')}
          </Typography>
          {checks.length === 0 && (
            <Typography variant="body2">{t('versions.noChecks')}</Typography>
          )}
          {checks.map(check => (
            <CheckSides key={check.id} check={check} />
          ))}
        </section>
      )}
      {stretches.length > 0 && (
        <details className={classes.section} open={!before}>
          <summary className={classes.summary}>{t('versions.whole')}</summary>
          <ComparedLines label={t('versions.whole')} stretches={stretches} />
        </details>
      )}
    </>
  );
}

import { HistoryResponse } from '@fairlead/backstage-plugin-scorecards-common';
import { Day, useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { scorecardsTranslationRef } from '../translation';
import { useOpenVersion, VersionDialog } from './versions';

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, padding: 0, listStyle: 'none' },
    mark: {
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
    changes: { margin: 0, paddingLeft: theme.spacing(3) },
  }),
  { name: 'FairleadDefinitionMarks' },
);

/** Where a definition changed and how, newest first; each opens what it changed, beside what was before. */
export function DefinitionMarks(props: {
  scorecardRef: string;
  marks: HistoryResponse['marks'];
}) {
  const { scorecardRef, marks } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const { version: opened, open } = useOpenVersion();
  return (
    <>
      {marks.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {t('portal.trend.marks.none')}
        </Typography>
      ) : (
        <ol className={classes.list}>
          {[...marks].reverse().map(({ at, changes, version }) => (
            <Typography
              key={version}
              component="li"
              variant="body2"
              className={classes.mark}
            >
              <strong>
                {t('portal.trend.marks.version', { version: String(version) })}
              </strong>
              {' · '}
              <Day time={at} />{' '}
              <Button
                size="small"
                color="primary"
                aria-label={t('versions.open', { version: String(version) })}
                onClick={() => open(version)}
              >
                {t('versions.show')}
              </Button>
              <ul className={classes.changes}>
                {changes.map(change => (
                  <li key={change}>{change}</li>
                ))}
              </ul>
            </Typography>
          ))}
        </ol>
      )}
      {opened !== undefined && (
        <VersionDialog
          scorecardRef={scorecardRef}
          version={opened}
          onClose={() => open(undefined)}
        />
      )}
    </>
  );
}

import { HistoryResponse } from '@fairlead/backstage-plugin-scorecards-common';
import { Day, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { scorecardsTranslationRef } from '../translation';

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

/** Where a definition changed and how, newest first. */
export function DefinitionMarks(props: { marks: HistoryResponse['marks'] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  if (props.marks.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t('portal.trend.marks.none')}
      </Typography>
    );
  }
  return (
    <ol className={classes.list}>
      {[...props.marks].reverse().map(mark => (
        <Typography
          key={mark.version}
          component="li"
          variant="body2"
          className={classes.mark}
        >
          <strong>
            {t('portal.trend.marks.version', { version: String(mark.version) })}
          </strong>
          {' · '}
          <Day time={mark.at} />
          <ul className={classes.changes}>
            {mark.changes.map(change => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </Typography>
      ))}
    </ol>
  );
}

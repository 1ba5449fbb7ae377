import { ScorecardSummary } from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import ReportProblemIcon from '@material-ui/icons/ReportProblemOutlined';
import { statusColor } from '../states';
import { scorecardsTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      margin: theme.spacing(1, 0),
    },
  }),
  { name: 'FairleadDefinitionProblemsNotice' },
);

/** Says that the newest definition is not the one in force, and shows nothing when it is. */
export function DefinitionProblemsNotice(props: {
  scorecard: Pick<ScorecardSummary, 'problems' | 'version'>;
}) {
  const { problems, version } = props.scorecard;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  if (problems.length === 0) {
    return null;
  }
  return (
    <Typography component="div" variant="body2" className={classes.root}>
      <ReportProblemIcon
        fontSize="small"
        htmlColor={statusColor(theme, 'error')}
        aria-hidden
      />
      {version > 0
        ? t('portal.problems.summary', {
            count: problems.length,
            version: String(version),
          })
        : t('portal.problems.never', { count: problems.length })}
    </Typography>
  );
}

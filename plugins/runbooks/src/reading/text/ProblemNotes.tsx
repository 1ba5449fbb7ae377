import { LintProblem } from '@fairlead/backstage-plugin-runbooks-common';
import { StateLabel, useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import InfoIcon from '@material-ui/icons/InfoOutlined';
import ReportProblemIcon from '@material-ui/icons/ReportProblemOutlined';
import { runbooksTranslationRef } from '../../translation';

const LOOKS = {
  error: { icon: ErrorIcon, tone: 'bad' },
  warning: { icon: ReportProblemIcon, tone: 'warning' },
  info: { icon: InfoIcon, tone: 'quiet' },
} as const;

const useStyles = makeStyles(
  theme => ({
    list: {
      ...theme.typography.body2,
      display: 'grid',
      gap: theme.spacing(0.5),
      margin: theme.spacing(0.5, 0),
      padding: 0,
      listStyle: 'none',
    },
  }),
  { name: 'FairleadRunbookProblemNotes' },
);

/** What the linter found, with the lines it found it in. */
export function ProblemNotes(props: { problems: readonly LintProblem[] }) {
  const { problems } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  if (problems.length === 0) {
    return null;
  }
  return (
    <ul className={classes.list} aria-label={t('reading.problems.label')}>
      {problems.map(({ line, column, rule, severity, message }) => (
        <li key={`${line} ${column} ${rule}`}>
          <StateLabel {...LOOKS[severity]} title={rule}>
            {t(`reading.problems.severity.${severity}`)},{' '}
            {t('reading.problems.line', { line: String(line) })}:{' '}
            <bdi>{message}</bdi>
          </StateLabel>
        </li>
      ))}
    </ul>
  );
}

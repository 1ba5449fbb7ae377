import {
  SourceProblem,
  SourceRange,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Link from '@material-ui/core/Link';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { scorecardsTranslationRef } from '../../../translation';

/** Where a problem of the syntax is, at the beginning of its message: the link to the line says the same. */
const PLACE = /^line \d+, column \d+: /;

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, paddingLeft: theme.spacing(2.5) },
    path: { overflowWrap: 'anywhere' },
  }),
  { name: 'FairleadProblemList' },
);

/** What is wrong with the text; each leads to its line. */
export function ProblemList(props: {
  problems: readonly SourceProblem[];
  onOpen: (range: SourceRange) => void;
}) {
  const { onOpen } = props;
  // One slip in the syntax makes whatever follows it wrong, too: the first is the one to mend.
  const syntax = props.problems.find(({ message }) => PLACE.test(message));
  const problems = syntax ? [syntax] : props.problems;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return (
    <div role="status">
      {problems.length > 0 && (
        <>
          <Typography variant="subtitle2" component="h3">
            {t('portal.playground.problems', { count: problems.length })}
          </Typography>
          <ul className={classes.list}>
            {problems.map((problem, index) => (
              <Typography
                // Two problems can read alike, and the list is drawn anew as a whole.
                // eslint-disable-next-line react/no-array-index-key
                key={index}
                component="li"
                variant="body2"
              >
                {problem.range && (
                  <Link
                    component="button"
                    variant="body2"
                    onClick={() => onOpen(problem.range!)}
                  >
                    {t('portal.playground.problems.line', {
                      line: String(problem.range.line),
                    })}
                  </Link>
                )}{' '}
                {problem.path && (
                  <code className={classes.path}>
                    <bdi>{problem.path}</bdi>
                  </code>
                )}{' '}
                {problem.range
                  ? problem.message.replace(PLACE, '')
                  : problem.message}
              </Typography>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

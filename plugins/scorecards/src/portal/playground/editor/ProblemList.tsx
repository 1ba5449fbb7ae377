import {
  SourceProblem,
  SourceRange,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Link from '@material-ui/core/Link';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { scorecardsTranslationRef } from '../../../translation';
import { ToldProblems } from './tellProblems';

/** How many are in view before somebody asks for the others. */
const FIRST = 3;

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: 0,
      paddingLeft: theme.spacing(2.5),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'FairleadProblemList' },
);

/** What is wrong with the text, the first problems at once; each leads to its line. */
export function ProblemList(props: {
  told: ToldProblems;
  onOpen: (range: SourceRange) => void;
}) {
  const { told, onOpen } = props;
  const { problems, following } = told;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? problems : problems.slice(0, FIRST);
  const hidden = problems.length - shown.length;
  return (
    <div role="status">
      {problems.length > 0 && (
        <>
          <Typography variant="subtitle2" component="h3">
            {t('portal.playground.problems', { count: problems.length })}
          </Typography>
          <ul className={classes.list}>
            {shown.map((problem, index) => (
              <Typography
                // Two problems can read alike, and the list is drawn anew as a whole.
                // eslint-disable-next-line react/no-array-index-key
                key={index}
                component="li"
                variant="body2"
              >
                <ProblemText problem={problem} onOpen={onOpen} />
              </Typography>
            ))}
          </ul>
          {hidden > 0 && (
            <Button size="small" onClick={() => setShowsAll(true)}>
              {t('portal.playground.problems.showAll', { count: hidden })}
            </Button>
          )}
          {following > 0 && (
            <Typography variant="body2" color="textSecondary">
              {t('portal.playground.problems.following', { count: following })}
            </Typography>
          )}
        </>
      )}
    </div>
  );
}

function ProblemText(props: {
  problem: SourceProblem;
  onOpen: (range: SourceRange) => void;
}) {
  const { path, message, range } = props.problem;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return (
    <>
      {range && (
        <Link
          component="button"
          variant="body2"
          onClick={() => props.onOpen(range)}
        >
          {t('portal.playground.problems.line', { line: String(range.line) })}
        </Link>
      )}{' '}
      {path && (
        <code>
          <bdi>{path}</bdi>
        </code>
      )}{' '}
      {message}
    </>
  );
}

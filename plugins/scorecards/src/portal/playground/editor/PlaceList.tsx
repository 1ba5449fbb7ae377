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

/** How many are in view before somebody asks for the others. */
const FIRST = 3;

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: theme.spacing(0, 0, 1.5),
      paddingLeft: theme.spacing(2.5),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'FairleadPlaceList' },
);

/** What there is to say of places in the text, the first at once; each leads to its line. */
export function PlaceList(props: {
  heading: string;
  problems: readonly SourceProblem[];
  /** The words of the button for the others. */
  showAll: (count: number) => string;
  onOpen: (range: SourceRange) => void;
}) {
  const { heading, problems, showAll, onOpen } = props;
  const classes = useStyles();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? problems : problems.slice(0, FIRST);
  const hidden = problems.length - shown.length;
  return (
    <>
      <Typography variant="subtitle2" component="h3">
        {heading}
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
          {showAll(hidden)}
        </Button>
      )}
    </>
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

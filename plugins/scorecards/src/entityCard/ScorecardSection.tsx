import { Link } from '@backstage/core-components';
import {
  ClampedText,
  useTimeFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { useEntityScorecardsLink } from '../links';
import { announcedChecks, useSummaryWords } from '../nextStep';
import { LevelLabel, Score } from '../states';
import { scorecardsTranslationRef } from '../translation';
import { NextCheck } from './NextCheck';
import { CardSection } from './shareRows';

const useStyles = makeStyles(
  theme => ({
    root: {
      '& + &': {
        marginTop: theme.spacing(1.5),
        paddingTop: theme.spacing(1.5),
        borderTop: `1px solid ${theme.palette.divider}`,
      },
    },
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0.25, 2),
      ...theme.typography.body2,
    },
    title: {
      ...theme.typography.body1,
      fontWeight: 600,
      overflowWrap: 'anywhere',
    },
    sentence: { marginRight: 'auto', overflowWrap: 'anywhere' },
    checks: { listStyle: 'none', margin: theme.spacing(0.5, 0, 0), padding: 0 },
    note: {
      ...theme.typography.body2,
      color: theme.palette.text.secondary,
      marginLeft: theme.spacing(3.5),
    },
  }),
  { name: 'FairleadScorecardSection' },
);

/** One scorecard on the card: where the entity stands under it in a line, and the checks that lead on. */
export function ScorecardSection(props: {
  section: CardSection;
  entityRef: string;
}) {
  const { entityRef, section } = props;
  const { result, shown, more } = section;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const say = useSummaryWords();
  const linkTo = useEntityScorecardsLink();
  const time = useTimeFormat();
  const announced = announcedChecks(result);
  const firstDay = announced.map(check => check.countsFrom ?? '').sort()[0];
  return (
    <section className={classes.root} aria-label={result.title}>
      <div className={classes.facts}>
        <span className={classes.title}>
          <ClampedText>{result.title}</ClampedText>
        </span>
        <span className={classes.sentence}>{say(result)}</span>
        <LevelLabel level={result.level} levels={result.levels} />
        <Score score={result.score} parts={result.scoreParts} />
      </div>
      {shown.length > 0 && (
        <ul className={classes.checks}>
          {shown.map(check => (
            <NextCheck
              key={check.id}
              check={check}
              detailsLink={linkTo(entityRef, {
                scorecardRef: result.scorecardRef,
                checkId: check.id,
              })}
            />
          ))}
        </ul>
      )}
      {more > 0 && (
        <div className={classes.note}>
          <Link to={linkTo(entityRef)}>
            {t('entityCard.more', { count: more })}
          </Link>
        </div>
      )}
      {firstDay && (
        <div className={classes.note}>
          {t('entityCard.announced', {
            count: announced.length,
            day: time.day(firstDay),
          })}
        </div>
      )}
    </section>
  );
}

import { ScorecardSummary } from '@fairlead/backstage-plugin-scorecards-common';
import {
  ClampedText,
  SegmentBar,
  SegmentLegend,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useLevelSegments } from '../../charts';
import { OwnerLink } from '../../states';
import { scorecardsTranslationRef } from '../../translation';
import { DefinitionProblemsNotice } from '../DefinitionProblemsNotice';
import { ScorecardLink } from '../ScorecardLink';

const useStyles = makeStyles(
  theme => ({
    root: { padding: theme.spacing(2), minWidth: 0, overflowWrap: 'anywhere' },
    heading: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      justifyContent: 'space-between',
      gap: theme.spacing(0, 2),
    },
    description: { margin: theme.spacing(0.5, 0, 1.5), maxWidth: '80ch' },
    levels: {
      display: 'grid',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1),
    },
  }),
  { name: 'FairleadScorecardListItem' },
);

/** One scorecard: what it is about, who answers for it, and where its entities stand. */
export function ScorecardListItem(props: { scorecard: ScorecardSummary }) {
  const { scorecard } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const levelSegments = useLevelSegments();
  const { entities, levels } = scorecard.totals;
  const segments = levelSegments(scorecard.levels, levels);
  return (
    <Paper component="li" className={classes.root}>
      <div className={classes.heading}>
        <Typography variant="h6" component="h2">
          <ScorecardLink scorecardRef={scorecard.scorecardRef}>
            <ClampedText>{scorecard.title}</ClampedText>
          </ScorecardLink>
        </Typography>
        <Typography variant="body2" component="span" color="textSecondary">
          {t('portal.list.entities', { count: entities })}
          {' · '}
          {t('portal.list.checks', { count: scorecard.checks.length })}
          {' · '}
          <OwnerLink ownerRef={scorecard.owner} />
        </Typography>
      </div>
      {scorecard.description && (
        <Typography variant="body2" className={classes.description}>
          <ClampedText>{scorecard.description}</ClampedText>
        </Typography>
      )}
      <DefinitionProblemsNotice scorecard={scorecard} />
      {entities === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {t('portal.list.noEntities')}
        </Typography>
      ) : (
        <div className={classes.levels}>
          <SegmentBar segments={segments} />
          <SegmentLegend label={t('portal.list.levels')} segments={segments} />
        </div>
      )}
    </Paper>
  );
}

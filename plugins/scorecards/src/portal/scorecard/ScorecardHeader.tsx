import { Link, LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { ScorecardSummary } from '@fairlead/backstage-plugin-scorecards-common';
import {
  ClampedText,
  SegmentBar,
  SegmentLegend,
  useTimeFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useLevelSegments } from '../../charts';
import {
  campaignsRouteRef,
  playgroundRouteRef,
  rootRouteRef,
} from '../../routes';
import { OwnerLink, ScoreTerms } from '../../states';
import { scorecardsTranslationRef } from '../../translation';
import { DefinitionProblemsNotice } from '../DefinitionProblemsNotice';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(0.5),
      overflowWrap: 'anywhere',
    },
    heading: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 2),
    },
    description: { maxWidth: '100ch' },
    title: { fontSize: theme.typography.h5.fontSize, marginRight: 'auto' },
    legend: { display: 'inline-flex', gap: theme.spacing(1), minWidth: 0 },
    levels: {
      display: 'grid',
      gridTemplateColumns: 'minmax(80px, 240px) minmax(0, auto)',
      justifyContent: 'start',
      alignItems: 'center',
      gap: theme.spacing(0.5, 2),
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
        justifyContent: 'stretch',
      },
    },
  }),
  { name: 'FairleadScorecardHeader' },
);

/** What a scorecard is about, and where its entities stand. */
export function ScorecardHeader(props: { scorecard: ScorecardSummary }) {
  const { scorecard } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const format = useTimeFormat();
  const root = useRouteRef(rootRouteRef);
  const campaigns = useRouteRef(campaignsRouteRef);
  const playground = useRouteRef(playgroundRouteRef);
  const levelSegments = useLevelSegments();
  const segments = levelSegments(scorecard.levels, scorecard.totals.levels);
  return (
    <div className={classes.root}>
      <Typography variant="body2">
        <Link to={root()}>{t('portal.back')}</Link>
      </Typography>
      <div className={classes.heading}>
        <Typography variant="h4" component="h2" className={classes.title}>
          <ClampedText>{scorecard.title}</ClampedText>
        </Typography>
        <LinkButton
          variant="outlined"
          color="primary"
          size="small"
          to={`${campaigns()}?scorecard=${encodeURIComponent(
            scorecard.scorecardRef,
          )}`}
        >
          {t('campaigns.title')}
        </LinkButton>
        <LinkButton
          variant="outlined"
          color="primary"
          size="small"
          to={`${playground()}?scorecard=${encodeURIComponent(
            scorecard.scorecardRef,
          )}`}
        >
          {t('portal.scorecard.edit')}
        </LinkButton>
      </div>
      {scorecard.description && (
        <Typography variant="body2" className={classes.description}>
          <ClampedText>{scorecard.description}</ClampedText>
        </Typography>
      )}
      <Typography variant="body2" color="textSecondary" component="div">
        <OwnerLink ownerRef={scorecard.owner} />
        {' · '}
        {t('portal.list.entities', { count: scorecard.totals.entities })}
        {' · '}
        <span title={format.absolute(scorecard.versionSince)}>
          {t('portal.version', {
            version: String(scorecard.version),
            since: format.day(scorecard.versionSince),
          })}
        </span>
      </Typography>
      <DefinitionProblemsNotice scorecard={scorecard} />
      <div className={classes.levels}>
        <SegmentBar segments={segments} />
        <span className={classes.legend}>
          <SegmentLegend label={t('portal.list.levels')} segments={segments} />
          <ScoreTerms />
        </span>
      </div>
    </div>
  );
}

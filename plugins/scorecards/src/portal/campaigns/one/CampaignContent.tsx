import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  CampaignDetailsResponse,
  ScorecardSummary,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTimeFormat, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { lazy, Suspense } from 'react';
import { CampaignStateLabel } from '../../../campaigns';
import { scorecardsTranslationRef } from '../../../translation';
import { CampaignMoves } from '../moves/CampaignMoves';
import { ScorecardLink } from '../../ScorecardLink';
import { useTargetWords } from '../useTargetWords';
import { CampaignLog } from './CampaignLog';
import { ProgressSection } from './ProgressSection';
import { TeamTable } from './TeamTable';

const StandingChange = lazy(() => import('./StandingChange'));

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(1.5),
      overflowWrap: 'anywhere',
      ...theme.typography.body2,
    },
    heading: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 2),
    },
    // Colour alone does not tell a link within a line of words.
    facts: { '& a': { textDecoration: 'underline' } },
    why: { margin: 0, maxWidth: '100ch', whiteSpace: 'pre-wrap' },
  }),
  { name: 'FairleadCampaignContent' },
);

export function CampaignContent(props: {
  campaign: CampaignDetailsResponse;
  scorecard: ScorecardSummary | undefined;
  onMore: (() => void) | undefined;
}) {
  const { campaign, scorecard, onMore } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const time = useTimeFormat();
  const targetWords = useTargetWords();
  return (
    <div className={classes.root}>
      <div className={classes.heading}>
        <Typography variant="h5" component="h2">
          <bdi>{campaign.title}</bdi>
        </Typography>
        <CampaignStateLabel state={campaign.state} />
      </div>
      <p className={classes.why}>{campaign.why}</p>
      <Typography
        variant="body2"
        color="textSecondary"
        component="div"
        className={classes.facts}
      >
        {scorecard && (
          <>
            <ScorecardLink scorecardRef={campaign.scorecardRef}>
              {scorecard.title}
            </ScorecardLink>
            {' · '}
          </>
        )}
        {targetWords(campaign.target, scorecard)}
        {' · '}
        <span title={time.absolute(campaign.deadline)}>
          {t('campaigns.from', {
            start: time.day(campaign.startedAt ?? campaign.startsAt),
            end: time.day(campaign.endedAt ?? campaign.deadline),
          })}
        </span>
        {' · '}
        {t('campaigns.ownedBy', {
          owner: <EntityRefLink entityRef={campaign.ownerRef} />,
        })}
      </Typography>
      <CampaignMoves campaign={campaign} />
      <ProgressSection progress={campaign.progress} />
      <TeamTable campaign={campaign} onMore={onMore} />
      {campaign.state === 'ended' && campaign.startedAt !== undefined && (
        <Suspense fallback={null}>
          <StandingChange campaign={campaign} />
        </Suspense>
      )}
      <CampaignLog decisions={campaign.decisions} />
    </div>
  );
}

import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import {
  Campaign,
  ScorecardSummary,
} from '@fairlead/backstage-plugin-scorecards-common';
import {
  ClampedText,
  useTimeFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { CampaignLink, CampaignStateLabel } from '../../../campaigns';
import { scorecardsTranslationRef } from '../../../translation';
import { ScorecardLink } from '../../ScorecardLink';
import { useTargetWords } from '../useTargetWords';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(1.5, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
      ...theme.typography.body2,
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: theme.spacing(0, 2),
    },
    name: { minWidth: 0, overflowWrap: 'anywhere', fontWeight: 600 },
    quiet: {
      color: theme.palette.text.secondary,
      overflowWrap: 'anywhere',
      // Colour alone does not tell a link within a line of words.
      '& a': { textDecoration: 'underline' },
    },
  }),
  { name: 'FairleadCampaignItem' },
);

/** A campaign of the list: what it asks for, why, who answers, and until when. */
export function CampaignItem(props: {
  campaign: Campaign;
  /** Undefined for one that is no more. */
  scorecard: ScorecardSummary | undefined;
}) {
  const { campaign, scorecard } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const time = useTimeFormat();
  const targetWords = useTargetWords();
  return (
    <li className={classes.root}>
      <div className={classes.head}>
        <span className={classes.name}>
          <CampaignLink campaign={campaign} />
        </span>
        <CampaignStateLabel state={campaign.state} />
      </div>
      <div className={classes.quiet}>
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
          owner: <EntityDisplayName entityRef={campaign.ownerRef} hideIcon />,
        })}
      </div>
      <ClampedText>{campaign.why}</ClampedText>
    </li>
  );
}

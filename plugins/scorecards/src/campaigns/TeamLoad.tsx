import { MOST_ACTIVE_CAMPAIGNS } from '@fairlead/backstage-plugin-scorecards-common';
import { useTimeFormat, useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { scorecardsTranslationRef } from '../translation';
import { CampaignLink } from './CampaignLink';
import { useCampaigns } from './queries';

const useStyles = makeStyles(
  theme => ({
    root: {
      ...theme.typography.body2,
      marginBottom: theme.spacing(2),
      '& p': { margin: 0 },
    },
    sentence: { fontWeight: 600 },
  }),
  { name: 'FairleadTeamLoad' },
);

/** How many campaigns are active for a team of those that it may have, and what is due next. Nothing without any. */
export function TeamLoad(props: { teamRef: string }) {
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const time = useTimeFormat();
  const { data } = useCampaigns({ teamRef: props.teamRef, state: 'active' });
  const campaigns = data?.items ?? [];
  const active = campaigns
    .filter(({ team }) => team?.state === 'active')
    .sort((a, b) => a.deadline.localeCompare(b.deadline));
  const others = campaigns.filter(({ team }) => team?.state !== 'active');
  if (campaigns.length === 0) {
    return null;
  }
  const [next] = active;
  return (
    <section className={classes.root} aria-label={t('campaigns.title')}>
      <p className={classes.sentence}>
        {t('campaigns.load', {
          active: String(active.length),
          most: String(MOST_ACTIVE_CAMPAIGNS),
        })}
      </p>
      {next && (
        <p title={time.absolute(next.deadline)}>
          {t('campaigns.dueNext', {
            campaign: <CampaignLink campaign={next} />,
            day: time.day(next.deadline),
          })}
        </p>
      )}
      {others.map(campaign => (
        <p key={campaign.id}>
          {t(
            campaign.team?.state === 'paused'
              ? 'campaigns.pausesHere'
              : 'campaigns.waitsHere',
            { campaign: <CampaignLink campaign={campaign} /> },
          )}
        </p>
      ))}
    </section>
  );
}

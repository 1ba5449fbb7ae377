import {
  Campaign,
  Page,
  ScorecardSummary,
} from '@fairlead/backstage-plugin-scorecards-common';
import { EmptyPanel, useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { scorecardsTranslationRef } from '../../../translation';
import { CampaignItem } from './CampaignItem';

const useStyles = makeStyles(
  theme => ({
    sentence: { ...theme.typography.body1, margin: 0 },
    list: { listStyle: 'none', margin: 0, padding: 0 },
  }),
  { name: 'FairleadCampaignList' },
);

/** The campaigns of a page, newest first, and how many there are in all. */
export function CampaignList(props: {
  page: Page<Campaign>;
  scorecards: readonly ScorecardSummary[];
  isFiltered: boolean;
  onClear: () => void;
  /** Undefined where no more can be shown at once. */
  onMore: (() => void) | undefined;
}) {
  const { page, scorecards, isFiltered, onClear, onMore } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  if (page.items.length === 0) {
    return isFiltered ? (
      <EmptyPanel
        title={t('campaigns.list.noMatchTitle')}
        action={
          <Button size="small" variant="outlined" onClick={onClear}>
            {t('campaigns.list.clear')}
          </Button>
        }
      />
    ) : (
      <EmptyPanel title={t('campaigns.list.emptyTitle')}>
        {t('campaigns.list.empty')}
      </EmptyPanel>
    );
  }
  return (
    <>
      <p className={classes.sentence} role="status">
        {t('campaigns.list.count', { count: page.totalItems })}
      </p>
      <ul className={classes.list} aria-label={t('campaigns.title')}>
        {page.items.map(campaign => (
          <CampaignItem
            key={campaign.id}
            campaign={campaign}
            scorecard={scorecards.find(
              ({ scorecardRef }) => scorecardRef === campaign.scorecardRef,
            )}
          />
        ))}
      </ul>
      {page.nextCursor !== undefined &&
        (onMore ? (
          <Button size="small" onClick={onMore}>
            {t('campaigns.list.more')}
          </Button>
        ) : (
          <p>{t('campaigns.list.tooMany')}</p>
        ))}
    </>
  );
}

import {
  CAMPAIGN_STATES,
  ScorecardSummary,
} from '@fairlead/backstage-plugin-scorecards-common';
import {
  FilterSelect,
  FilterText,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { scorecardsTranslationRef } from '../../../translation';
import { CampaignFilters } from './campaignFilters';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(160px, 1fr))',
      alignItems: 'center',
      gap: theme.spacing(1.5),
      margin: theme.spacing(1, 0, 2),
    },
    field: { minWidth: 0 },
  }),
  { name: 'FairleadCampaignFilterBar' },
);

/** The filters of the list of campaigns. */
export function CampaignFilterBar(props: {
  scorecards: readonly ScorecardSummary[];
  filters: CampaignFilters;
  onChange: (filters: CampaignFilters) => void;
}) {
  const { scorecards, filters, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const any = t('campaigns.list.any');
  return (
    <div
      role="search"
      aria-label={t('campaigns.list.filters')}
      className={classes.root}
    >
      <FilterSelect
        any={any}
        label={t('campaigns.list.state')}
        value={filters.state}
        options={CAMPAIGN_STATES.map(state => ({
          value: state,
          label: t(`campaigns.state.${state}`),
        }))}
        onChange={state =>
          onChange({ ...filters, state: state as CampaignFilters['state'] })
        }
        className={classes.field}
      />
      <FilterSelect
        any={any}
        label={t('campaigns.list.scorecard')}
        value={filters.scorecard}
        options={scorecards.map(({ scorecardRef, title }) => ({
          value: scorecardRef,
          label: title,
        }))}
        onChange={scorecard => onChange({ ...filters, scorecard })}
        className={classes.field}
      />
      <FilterText
        label={t('campaigns.list.team')}
        value={filters.team}
        onChange={team => onChange({ ...filters, team })}
        className={classes.field}
      />
      <Button
        size="small"
        disabled={Object.keys(filters).length === 0}
        onClick={() => onChange({})}
      >
        {t('campaigns.list.clear')}
      </Button>
    </div>
  );
}

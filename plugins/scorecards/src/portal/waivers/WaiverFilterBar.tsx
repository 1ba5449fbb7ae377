import {
  ScorecardSummary,
  WAIVER_SIDES,
  WAIVER_STATES,
} from '@fairlead/backstage-plugin-scorecards-common';
import {
  FilterSelect,
  FilterText,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { scorecardsTranslationRef } from '../../translation';
import { NO_WAIVER_FILTERS, WaiverFilters } from './waiverFilters';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(140px, 1fr))',
      alignItems: 'center',
      gap: theme.spacing(1.5),
      margin: theme.spacing(1, 0, 2),
    },
    field: { minWidth: 0 },
  }),
  { name: 'FairleadWaiverFilterBar' },
);

/** The filters of the list of waivers. */
export function WaiverFilterBar(props: {
  scorecards: readonly ScorecardSummary[];
  filters: WaiverFilters;
  onChange: (change: WaiverFilters) => void;
}) {
  const { scorecards, filters, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const any = t('portal.filters.any');
  const chosen = scorecards.find(
    ({ scorecardRef }) => scorecardRef === filters.scorecard,
  );
  return (
    <div
      role="search"
      aria-label={t('portal.waivers.filters')}
      className={classes.root}
    >
      <FilterSelect
        any={any}
        label={t('portal.waivers.filter.scorecard')}
        value={filters.scorecard}
        options={scorecards.map(({ scorecardRef, title }) => ({
          value: scorecardRef,
          label: title,
        }))}
        onChange={scorecard => onChange({ scorecard, check: undefined })}
        className={classes.field}
      />
      {chosen && (
        <FilterSelect
          any={any}
          label={t('portal.filters.check')}
          value={filters.check}
          options={chosen.checks.map(({ id, title }) => ({
            value: id,
            label: title,
          }))}
          onChange={check => onChange({ check })}
          className={classes.field}
        />
      )}
      <FilterSelect
        any={any}
        label={t('portal.waivers.filter.state')}
        value={filters.state}
        options={WAIVER_STATES.map(state => ({
          value: state,
          label: t(`waivers.stateWord.${state}`),
        }))}
        onChange={state => onChange({ state: state as WaiverFilters['state'] })}
        className={classes.field}
      />
      <FilterSelect
        any={any}
        label={t('portal.waivers.filter.missing')}
        value={filters.missing}
        options={WAIVER_SIDES.map(side => ({
          value: side,
          label: t(`waivers.side.${side}`),
        }))}
        onChange={missing =>
          onChange({ missing: missing as WaiverFilters['missing'] })
        }
        className={classes.field}
      />
      <FilterSelect
        any={any}
        label={t('portal.waivers.filter.inForce')}
        value={filters.inForce}
        options={(['yes', 'no'] as const).map(value => ({
          value,
          label: t(`portal.waivers.inForce.${value}`),
        }))}
        onChange={inForce =>
          onChange({ inForce: inForce as WaiverFilters['inForce'] })
        }
        className={classes.field}
      />
      <FilterText
        label={t('portal.waivers.filter.entity')}
        value={filters.entity}
        onChange={entity => onChange({ entity })}
        className={classes.field}
      />
      <FilterText
        label={t('portal.waivers.filter.asker')}
        value={filters.asker}
        onChange={asker => onChange({ asker })}
        className={classes.field}
      />
      <Button
        size="small"
        variant={filters.waitingFor ? 'contained' : 'outlined'}
        color={filters.waitingFor ? 'primary' : 'default'}
        aria-pressed={filters.waitingFor === 'me'}
        disableElevation
        onClick={() =>
          onChange({ waitingFor: filters.waitingFor ? undefined : 'me' })
        }
      >
        {t('portal.waivers.filter.waitingForMe')}
      </Button>
      <Button
        size="small"
        disabled={Object.keys(filters).length === 0}
        onClick={() => onChange(NO_WAIVER_FILTERS)}
      >
        {t('portal.filters.clear')}
      </Button>
    </div>
  );
}

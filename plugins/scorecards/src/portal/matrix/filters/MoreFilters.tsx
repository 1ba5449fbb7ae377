import {
  CHECK_STATUSES,
  CheckStatus,
  ScorecardSummary,
} from '@fairlead/backstage-plugin-scorecards-common';
import { FilterSelect, useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { useLevelWords } from '../../../states';
import { scorecardsTranslationRef } from '../../../translation';
import { MatrixFilters } from './matrixFilters';
import { useGroupOptions } from './useGroupOptions';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(112px, 1fr))',
      alignItems: 'center',
      gap: theme.spacing(1.5),
    },
    field: { minWidth: 0 },
  }),
  { name: 'FairleadMatrixMoreFilters' },
);

/** The filters of the matrix by owner, system, domain, level, check and status. */
export function MoreFilters(props: {
  id: string;
  scorecard: ScorecardSummary;
  filters: MatrixFilters;
  onChange: (change: MatrixFilters) => void;
}) {
  const { id, scorecard, filters, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const words = useLevelWords();
  const owners = useGroupOptions(scorecard.scorecardRef, 'owner');
  const systems = useGroupOptions(scorecard.scorecardRef, 'system');
  const domains = useGroupOptions(scorecard.scorecardRef, 'domain');
  return (
    <div id={id} className={classes.root}>
      <FilterSelect
        any={t('portal.filters.any')}
        label={t('portal.filters.owner')}
        value={filters.owner}
        options={owners}
        onChange={owner => onChange({ owner })}
        className={classes.field}
      />
      <FilterSelect
        any={t('portal.filters.any')}
        label={t('portal.filters.system')}
        value={filters.system}
        options={systems}
        onChange={system => onChange({ system })}
        className={classes.field}
      />
      <FilterSelect
        any={t('portal.filters.any')}
        label={t('portal.filters.domain')}
        value={filters.domain}
        options={domains}
        onChange={domain => onChange({ domain })}
        className={classes.field}
      />
      <FilterSelect
        any={t('portal.filters.any')}
        label={t('portal.filters.level')}
        value={filters.level}
        options={[
          { value: 'none', label: words.short(null) },
          ...scorecard.levels.map(level => ({
            value: level,
            label: words.short(level),
          })),
        ]}
        onChange={level => onChange({ level })}
        className={classes.field}
      />
      <FilterSelect
        any={t('portal.filters.any')}
        label={t('portal.filters.check')}
        value={filters.check}
        options={scorecard.checks.map(check => ({
          value: check.id,
          label: check.title,
        }))}
        onChange={check => onChange({ check })}
        className={classes.field}
      />
      <FilterSelect
        any={t('portal.filters.any')}
        label={t('portal.filters.status')}
        value={filters.status}
        options={CHECK_STATUSES.map(status => ({
          value: status,
          label: t(`states.status.${status}`),
        }))}
        onChange={status => onChange({ status: status as CheckStatus })}
        className={classes.field}
      />
    </div>
  );
}

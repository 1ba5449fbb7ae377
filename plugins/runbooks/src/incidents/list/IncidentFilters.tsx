import { FilterSelect, useTranslationRef } from '@fairlead/frontend-parts';
import TextField from '@material-ui/core/TextField';
import { useId } from 'react';
import { EntityChoice, FilterBar, OwnerFilter } from '../../listTable';
import { runbooksTranslationRef } from '../../translation';
import {
  LEARNING_STATES,
  useIncidentFilters,
  WINDOW_DAYS,
} from './useIncidentFilters';

type Filters = ReturnType<typeof useIncidentFilters>['filters'];

/** Which incidents are listed and counted. */
export function IncidentFilters(props: {
  filters: Filters;
  days: number;
  /** How many filters are set, the time left aside. */
  set: number;
  onChoose: (change: Filters) => void;
  onClear: () => void;
}) {
  const { filters, days, set, onChoose, onClear } = props;
  const { t } = useTranslationRef(runbooksTranslationRef);
  const id = useId();
  return (
    <FilterBar set={set} onClear={onClear}>
      <TextField
        select
        id={id}
        label={t('incidents.list.window')}
        value={days}
        onChange={event => onChoose({ days: event.target.value })}
        SelectProps={{ native: true }}
        InputLabelProps={{ shrink: true }}
        size="small"
        variant="outlined"
      >
        {WINDOW_DAYS.map(option => (
          <option key={option} value={option}>
            {option === 365
              ? t('incidents.list.year')
              : t('incidents.list.days', { days: option })}
          </option>
        ))}
      </TextField>
      <OwnerFilter
        value={filters.owner}
        onChange={owner => onChoose({ owner })}
      />
      <FilterSelect
        label={t('incidents.list.filter.open')}
        any={t('listTable.any')}
        value={filters.open}
        options={[
          { value: 'true', label: t('incidents.list.filter.openYes') },
          { value: 'false', label: t('incidents.list.filter.openNo') },
        ]}
        onChange={open => onChoose({ open })}
      />
      <FilterSelect
        label={t('incidents.list.filter.learning')}
        any={t('listTable.any')}
        value={filters.learning}
        options={LEARNING_STATES.map(state => ({
          value: state,
          label: t(`incidents.learning.${state}`),
        }))}
        onChange={learning => onChoose({ learning })}
      />
      {filters.entity && (
        <EntityChoice
          entityRef={filters.entity}
          onClear={() => onChoose({ entity: undefined })}
        />
      )}
    </FilterBar>
  );
}

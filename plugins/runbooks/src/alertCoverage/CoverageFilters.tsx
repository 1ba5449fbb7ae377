import {
  FilterSelect,
  FilterText,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import { EntityChoice, FilterBar, OwnerFilter } from '../listTable';
import { runbooksTranslationRef } from '../translation';
import { useCoverageFilters } from './useCoverageFilters';

type Filters = ReturnType<typeof useCoverageFilters>['filters'];

/** Which alerts are listed. */
export function CoverageFilters(props: {
  filters: Filters;
  onChoose: (change: Filters) => void;
  onClear: () => void;
}) {
  const { filters, onChoose, onClear } = props;
  const { t } = useTranslationRef(runbooksTranslationRef);
  return (
    <FilterBar set={Object.keys(filters).length} onClear={onClear}>
      <FilterText
        label={t('coverage.filter.text')}
        value={filters.q}
        onChange={q => onChoose({ q })}
      />
      <OwnerFilter
        value={filters.owner}
        onChange={owner => onChoose({ owner })}
      />
      <FilterSelect
        label={t('coverage.filter.covered')}
        any={t('listTable.any')}
        value={filters.covered}
        options={[
          { value: 'false', label: t('coverage.filter.coveredNo') },
          { value: 'true', label: t('coverage.filter.coveredYes') },
        ]}
        onChange={covered => onChoose({ covered })}
      />
      <FilterSelect
        label={t('coverage.filter.mayPage')}
        any={t('listTable.any')}
        value={filters.mayPage}
        options={[
          { value: 'true', label: t('coverage.filter.mayPageYes') },
          { value: 'false', label: t('coverage.filter.mayPageNo') },
        ]}
        onChange={mayPage => onChoose({ mayPage })}
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

import {
  HEALTH_PARTS,
  HEALTH_STATES,
  HealthPart,
  HealthState,
  RUNBOOK_TIERS,
} from '@fairlead/backstage-plugin-runbooks-common';
import {
  FilterSelect,
  FilterText,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import { RunbooksQuery } from '../api';
import { EntityChoice, FilterBar, OwnerFilter } from '../listTable';
import { runbooksTranslationRef } from '../translation';

/** Which runbooks are listed. */
export function RegistryFilters(props: {
  filters: RunbooksQuery;
  onChoose: (change: {
    q?: string;
    alert?: string;
    owner?: string;
    entity?: string;
    tier?: string;
    part?: string;
    state?: string;
  }) => void;
  onClear: () => void;
}) {
  const { filters, onChoose, onClear } = props;
  const { t } = useTranslationRef(runbooksTranslationRef);
  const conditions = HEALTH_PARTS.flatMap(part =>
    HEALTH_STATES.filter(state => isAsked(part, state)).map(state => ({
      value: `${part} ${state}`,
      label: t(`registry.condition.${part}.${state}`),
    })),
  );
  const { part, state } = filters;
  const condition = part && state ? [part, state] : [];
  const set = [
    filters.q,
    filters.alert,
    filters.owner,
    filters.entity,
    filters.tier,
    part && state,
  ].filter(Boolean).length;
  return (
    <FilterBar set={set} onClear={onClear}>
      <FilterText
        label={t('registry.filter.text')}
        value={filters.q}
        onChange={q => onChoose({ q })}
      />
      <FilterText
        label={t('registry.filter.alert')}
        value={filters.alert}
        onChange={alert => onChoose({ alert })}
      />
      <OwnerFilter
        value={filters.owner}
        onChange={owner => onChoose({ owner })}
      />
      <FilterSelect
        label={t('registry.filter.condition')}
        any={t('listTable.any')}
        value={condition.join(' ') || undefined}
        options={conditions}
        onChange={value => {
          const [chosenPart, chosenState] = value?.split(' ') ?? [];
          onChoose({ part: chosenPart, state: chosenState });
        }}
      />
      <FilterSelect
        label={t('registry.filter.tier')}
        any={t('listTable.any')}
        value={filters.tier}
        options={RUNBOOK_TIERS.map(tier => ({
          value: tier,
          label: t(`registry.tier.${tier}`),
        }))}
        onChange={tier => onChoose({ tier })}
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

/** Only an address can hide what it leads to. */
function isAsked(part: HealthPart, state: HealthState): boolean {
  return state !== 'unverifiable' || part === 'resolves';
}

import {
  CatalogAutocomplete,
  DefaultEntityFilters,
  useEntityList,
} from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Box from '@material-ui/core/Box';
import FormHelperText from '@material-ui/core/FormHelperText';
import { useEffect, useMemo, useState } from 'react';
import { useScorecards } from '../api/queries';
import { useScorecardsQuery } from '../api/useScorecardsQuery';
import { useLevelWords } from '../states';
import { scorecardsTranslationRef } from '../translation';
import {
  EntityScorecardLevelFilter,
  MOST_NAMES_ASKED_FOR,
} from './EntityScorecardLevelFilter';
import { LevelOption, levelOptions } from './levelOption';
import { listEntityRefs } from './listEntityRefs';

type Filters = DefaultEntityFilters & {
  scorecardLevel?: EntityScorecardLevelFilter;
};

/**
 * A filter of the catalog page: the entities that stand at a level of a scorecard. What is chosen is kept in the URL.
 *
 * @public
 */
export const EntityScorecardLevelPicker = () => {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const words = useLevelWords();
  const scorecards = useScorecards();
  const {
    updateFilters,
    queryParameters: { scorecardLevel: parameter },
  } = useEntityList<Filters>();
  const [values, setValues] = useState(() =>
    [parameter].flat().filter((value): value is string => Boolean(value)),
  );
  const refs = useScorecardsQuery({
    queryKey: ['level-filter', values],
    queryFn: api => listEntityRefs(api, values),
    enabled: values.length > 0,
    keepPrevious: 1,
  });
  const entityRefs = values.length > 0 ? refs.data : undefined;
  useEffect(() => {
    updateFilters({
      scorecardLevel: entityRefs
        ? new EntityScorecardLevelFilter(values, entityRefs)
        : undefined,
    });
  }, [updateFilters, values, entityRefs]);
  const options = useMemo(
    () => levelOptions(scorecards.data?.items ?? []),
    [scorecards.data],
  );
  if (options.length === 0) {
    return null;
  }
  const describe = ({ title, level }: LevelOption) =>
    t('catalogFilter.option', { scorecard: title, level: words.short(level) });
  return (
    <Box pb={1} pt={1}>
      <CatalogAutocomplete<LevelOption, true>
        multiple
        disableCloseOnSelect
        name="scorecard-level-picker"
        label={t('catalogFilter.label')}
        options={options}
        groupBy={({ title }) => title}
        value={options.filter(({ value }) => values.includes(value))}
        getOptionLabel={describe}
        getOptionSelected={(a, b) => a.value === b.value}
        renderOption={({ level }) => words.short(level)}
        onChange={(_event, chosen) =>
          setValues(chosen.map(({ value }) => value))
        }
      />
      {refs.error && (
        <FormHelperText error>{t('catalogFilter.failed')}</FormHelperText>
      )}
      {entityRefs && entityRefs.length > MOST_NAMES_ASKED_FOR && (
        <FormHelperText>
          {t('catalogFilter.pageByPage', {
            limit: String(MOST_NAMES_ASKED_FOR),
          })}
        </FormHelperText>
      )}
    </Box>
  );
};

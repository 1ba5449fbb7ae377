import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@fairlead/frontend-parts';
import AssignmentTurnedInIcon from '@material-ui/icons/AssignmentTurnedInOutlined';
import { useEntityScorecards } from '../api/queries';
import { useEntityScorecardsLink } from '../links';
import { useLevelWords } from '../states/level/useLevelWords';
import { scorecardsTranslationRef } from '../translation';
import { lowestResult } from './lowestResult';
import { useChipWords } from './useChipWords';

/** The label stands below an icon, in a card that a longer word would stretch. */
const LONGEST_LABEL = 60;

/** The level of an entity as a link of the About card. */
export function useLevelIconLink() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { data } = useEntityScorecards(entityRef, {
    entityUid: entity.metadata.uid,
  });
  const linkTo = useEntityScorecardsLink();
  const words = useLevelWords();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const results = data?.scorecards ?? [];
  const result = lowestResult(results);
  const name = useChipWords();
  return {
    icon: <AssignmentTurnedInIcon />,
    label: result
      ? shorten(name(result, results.length > 1))
      : t('levelChip.noResult'),
    title: result
      ? `${result.title}: ${words.long(result.level, result.levels)}`
      : undefined,
    href: linkTo(entityRef),
    disabled: !result,
  };
}

function shorten(label: string): string {
  const characters = [...label];
  return characters.length > LONGEST_LABEL
    ? `${characters.slice(0, LONGEST_LABEL).join('')}…`
    : label;
}

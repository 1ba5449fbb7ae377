import { parseEntityRef } from '@backstage/catalog-model';
import {
  CheckFixResponse,
  LevelMove,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { useEntityScorecards } from '../api/queries';
import { scorecardsTranslationRef } from '../translation';

/** Puts moves between levels into words, each scorecard by its title. */
export function useMoveWords(entityRef: string) {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const { data } = useEntityScorecards(entityRef);
  return ({ scorecardRef, level }: LevelMove) =>
    t('fixes.level', {
      level,
      scorecard:
        data?.scorecards.find(item => item.scorecardRef === scorecardRef)
          ?.title ?? parseEntityRef(scorecardRef).name,
    });
}

/** The levels that an edit reaches, and those that it falls from. */
export function LevelMoves(props: {
  fix: CheckFixResponse;
  entityRef: string;
  entityName: string;
}) {
  const { fix, entityRef, entityName } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const words = useMoveWords(entityRef);
  const list = (moves: readonly LevelMove[]) => moves.map(words).join(', ');
  return (
    <>
      <p>
        {fix.gains.length > 0
          ? t('fixes.gains', { entity: entityName, levels: list(fix.gains) })
          : t('fixes.gainsNothing')}
      </p>
      {fix.loses.length > 0 && (
        <p>
          {t('fixes.loses', { entity: entityName, levels: list(fix.loses) })}
        </p>
      )}
    </>
  );
}

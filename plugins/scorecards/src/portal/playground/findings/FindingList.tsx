import {
  SourceProblem,
  SourceRange,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { scorecardsTranslationRef } from '../../../translation';
import { PlaceList } from '../editor/PlaceList';

/** What a valid text had better not say. */
export function FindingList(props: {
  findings: readonly SourceProblem[];
  onOpen: (range: SourceRange) => void;
}) {
  const { findings, onOpen } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return (
    <div role="status">
      {findings.length > 0 && (
        <PlaceList
          heading={t('playground.findings', { count: findings.length })}
          problems={findings}
          showAll={count => t('playground.showAll', { count })}
          onOpen={onOpen}
        />
      )}
    </div>
  );
}

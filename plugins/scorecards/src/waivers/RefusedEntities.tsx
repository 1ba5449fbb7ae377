import { WaiversRequestedResponse } from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { EntityName } from '../states';
import { scorecardsTranslationRef } from '../translation';

/** The entities for which no waiver could be asked, each with the reason. */
export function RefusedEntities(props: { answer: WaiversRequestedResponse }) {
  const { items, refused } = props.answer;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return (
    <div role="alert">
      <p>{t('waivers.askedFor', { count: items.length })}</p>
      <p>{t('waivers.refused', { count: refused.length })}</p>
      <ul>
        {refused.map(({ entityRef, reason }) => (
          <li key={entityRef}>
            <EntityName entityRef={entityRef} />: <bdi>{reason}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

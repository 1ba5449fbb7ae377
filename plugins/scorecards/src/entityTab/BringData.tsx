import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Evidence } from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { useFacts } from '../api/queries';
import { scorecardRouteRef } from '../routes';
import { scorecardsTranslationRef } from '../translation';
import { missingFacts } from './factId';

/** Which data a check waits for, who would send each, and where their setup is told. */
export function BringData(props: {
  evidence: readonly Evidence[];
  scorecardRef: string;
}) {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const facts = useFacts();
  const { namespace, name } = parseEntityRef(props.scorecardRef);
  const scorecardLink = useRouteRef(scorecardRouteRef)({ namespace, name });
  const missing = missingFacts(props.evidence);
  return (
    <>
      {/* Until it is known who sends what, nothing is said of it. */}
      {(facts.data ? missing : []).map(id => {
        const known = facts.data?.find(fact => fact.id === id);
        const sources = known?.sources ?? [];
        const fact = known?.title ?? id;
        return (
          <p key={id}>
            {sources.length > 0
              ? t('entityTab.bringData.notSent', {
                  sources: sources.join(', '),
                  fact,
                })
              : t('entityTab.bringData.noSource', { fact })}
          </p>
        );
      })}
      <p>
        <Link to={`${scorecardLink}/data`}>
          {t('entityTab.bringData.sources')}
        </Link>
      </p>
    </>
  );
}

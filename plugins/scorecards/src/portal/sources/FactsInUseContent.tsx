import {
  FactSourceStatus,
  KnownFact,
  ScorecardEntityV1alpha1,
} from '@fairlead/backstage-plugin-scorecards-common';
import { EmptyPanel, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { useMemo } from 'react';
import { scorecardsTranslationRef } from '../../translation';
import { factsInUse, needsAttention } from './factsInUse';
import { PushedFacts } from './PushedFacts';
import { SourceTable } from './SourceTable';

/** The sources of a scorecard's facts: a sentence, the scheduled ones as a table, the rest as a list. */
export function FactsInUseContent(props: {
  definition: ScorecardEntityV1alpha1;
  sources: readonly FactSourceStatus[];
  facts: readonly KnownFact[];
}) {
  const { definition, sources, facts } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const inUse = useMemo(
    () => factsInUse({ definition, sources, facts }),
    [definition, sources, facts],
  );
  if (inUse.sources.length === 0 && inUse.pushed.length === 0) {
    return <EmptyPanel title={t('portal.data.noFacts')} />;
  }
  const inTrouble = inUse.sources.filter(({ source }) =>
    needsAttention(source),
  ).length;
  return (
    <>
      {inUse.sources.length > 0 && (
        <>
          <Typography variant="body1" gutterBottom>
            {inTrouble === 0
              ? t('portal.data.healthy')
              : t('portal.data.unhealthy', { count: inTrouble })}
          </Typography>
          <SourceTable entries={inUse.sources} facts={facts} />
        </>
      )}
      {inUse.pushed.length > 0 && <PushedFacts pushed={inUse.pushed} />}
    </>
  );
}

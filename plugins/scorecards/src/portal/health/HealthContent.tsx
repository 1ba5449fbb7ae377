import {
  HealthResponse,
  KnownFact,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTimeFormat, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { scorecardsTranslationRef } from '../../translation';
import { SourceTable } from '../sources/SourceTable';
import { CostlyChecks } from './CostlyChecks';
import { countTroubles } from './countTroubles';
import { EvaluationState } from './EvaluationState';
import { HealthSection } from './HealthSection';
import { MissingFacts } from './MissingFacts';
import { RefusedDefinitions } from './RefusedDefinitions';

/** A sentence on the whole, then what it is made of, what stands in the way of most first. */
export function HealthContent(props: {
  health: HealthResponse;
  facts: readonly KnownFact[];
}) {
  const { health, facts } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const format = useTimeFormat();
  const troubles = countTroubles(health);
  return (
    <>
      <Typography variant="body1" style={{ marginTop: 8 }}>
        {troubles === 0
          ? t('health.fine')
          : t('health.trouble', { count: troubles })}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {t('health.intro', { time: format.moment(health.at) })}
      </Typography>
      <HealthSection title={t('health.evaluation')}>
        <EvaluationState evaluation={health.evaluation} />
      </HealthSection>
      <HealthSection title={t('health.refused')}>
        <RefusedDefinitions refused={health.refused} />
      </HealthSection>
      <HealthSection title={t('health.sources')}>
        {health.sources.length === 0 ? (
          <Typography variant="body2">{t('health.noSources')}</Typography>
        ) : (
          <SourceTable
            entries={health.sources.map(source => ({
              source,
              facts: source.facts,
            }))}
            facts={facts}
          />
        )}
      </HealthSection>
      <HealthSection title={t('health.missing')}>
        <MissingFacts facts={health.missingFacts} />
      </HealthSection>
      <HealthSection title={t('health.costly')}>
        <CostlyChecks checks={health.costlyChecks} />
      </HealthSection>
    </>
  );
}

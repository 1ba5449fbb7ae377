import { parseEntityRef } from '@backstage/catalog-model';
import { HealthResponse } from '@fairlead/backstage-plugin-scorecards-common';
import { useTimeFormat, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { scorecardsTranslationRef } from '../../translation';
import { ScorecardLink } from '../ScorecardLink';

/** How far evaluation is behind, and what is in hand. */
export function EvaluationState(props: {
  evaluation: HealthResponse['evaluation'];
}) {
  const { due, oldestDueAt, leased, leasesOver, unfinished } = props.evaluation;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const format = useTimeFormat();
  return (
    <>
      <Typography variant="body2">
        {due === 0
          ? t('health.nothingDue')
          : `${t('health.due', { count: due })}${
              oldestDueAt === null
                ? ''
                : `, ${t('health.since', { age: format.age(oldestDueAt) })}`
            }.`}
      </Typography>
      {leased > 0 && (
        <Typography variant="body2">
          {t('health.leased', { count: leased })}
        </Typography>
      )}
      {leasesOver > 0 && (
        <Typography variant="body2">
          {t('health.leasesOver', { count: leasesOver })}
        </Typography>
      )}
      {unfinished.length > 0 && (
        <Typography variant="body2" component="div">
          {t('health.unfinished')}
          <ul style={{ margin: 0 }}>
            {unfinished.map(ref => (
              <li key={ref}>
                <ScorecardLink scorecardRef={ref}>
                  {parseEntityRef(ref).name}
                </ScorecardLink>
              </li>
            ))}
          </ul>
        </Typography>
      )}
    </>
  );
}

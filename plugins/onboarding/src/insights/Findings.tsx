import { TrackInsights } from '@fairlead/backstage-plugin-onboarding-common';
import { StateLabel, useTranslationRef } from '@fairlead/frontend-parts';
import ReportProblemIcon from '@material-ui/icons/ReportProblemOutlined';
import { EntityName } from '../person';
import { onboardingTranslationRef } from '../translation';

/** What the track asks for and nobody does. */
export function Findings(props: { findings: TrackInsights['findings'] }) {
  const { t } = useTranslationRef(onboardingTranslationRef);
  return (
    <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
      {props.findings.map(({ kind, role, journeys }) => (
        <li key={`${kind} ${role}`}>
          <StateLabel icon={ReportProblemIcon} tone="warning">
            {t(`insights.finding.${kind as 'empty-group'}`, {
              count: journeys,
              role: role.includes(':') ? <EntityName entityRef={role} /> : role,
            })}
          </StateLabel>
        </li>
      ))}
    </ul>
  );
}

import { TeamOnboarding } from '@fairlead/backstage-plugin-onboarding-common';
import { StateLabel, useTranslationRef } from '@fairlead/frontend-parts';
import ReportProblemIcon from '@material-ui/icons/ReportProblemOutlined';
import { EntityName } from '../person';
import { onboardingTranslationRef } from '../translation';

/** Roles that tracks ask for and nobody has, each with how many journeys that holds up. */
export function RolesUnfilled(props: {
  roles: TeamOnboarding['rolesUnfilled'];
}) {
  const { t } = useTranslationRef(onboardingTranslationRef);
  return (
    <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
      {props.roles.map(({ role, journeys }) => (
        <li key={role}>
          <StateLabel icon={ReportProblemIcon} tone="warning">
            {t('team.role', {
              role:
                role === 'buddy' || role === 'manager' ? (
                  t(`team.roleNames.${role}`)
                ) : (
                  <EntityName entityRef={role} />
                ),
              count: journeys,
            })}
          </StateLabel>
        </li>
      ))}
    </ul>
  );
}

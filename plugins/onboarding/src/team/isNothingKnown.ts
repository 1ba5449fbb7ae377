import { TeamOnboarding } from '@fairlead/backstage-plugin-onboarding-common';

/** Whether there is nothing to tell of a team, for whichever reason. */
export function isNothingKnown(team: TeamOnboarding): boolean {
  const { journeys, tasks, rolesUnfilled, helpRequests, setup } = team;
  return (
    !setup &&
    !team.onTheWay &&
    !team.ledTracks &&
    journeys.length +
      tasks.length +
      rolesUnfilled.length +
      helpRequests.length ===
      0
  );
}

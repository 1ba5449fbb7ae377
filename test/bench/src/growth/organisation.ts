import { Entity } from '@backstage/catalog-model';
import { componentNames, SYSTEMS } from '../workload';

const TEAM_SIZE = 50;

/** The group above all teams. */
export const TOP_GROUP = 'group:default/everybody';

/** An organisation that grows by teams, not by what a team owns. */
export function createOrganisation(components: number): {
  entities: number;
  processed: number;
  teams: number;
  others: Entity[];
} {
  const teams = teamsOf(components);
  return {
    entities: components,
    // Components whose numbers are this far apart have the same team and the same system.
    processed: Math.max(teams, SYSTEMS),
    teams,
    others: [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Group',
        metadata: { name: 'everybody' },
        spec: {
          type: 'organisation',
          children: Array.from({ length: teams }, (_, team) => `team-${team}`),
        },
      },
    ],
  };
}

/** The components of the first team, which each policy of the bench shows. */
export function shownComponents(components: number): string[] {
  return componentNames(components).filter(
    (_, index) => index % teamsOf(components) === 0,
  );
}

function teamsOf(components: number): number {
  return components / TEAM_SIZE;
}

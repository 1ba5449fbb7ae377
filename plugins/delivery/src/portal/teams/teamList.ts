import { parseEntityRef } from '@backstage/catalog-model';
import { TeamOverview } from '@fairlead/backstage-plugin-delivery-common';

/** How many teams stand on a page. */
export const TEAMS_A_PAGE = 50;

/** The name of a team as it is read: its title, or else the name it has in the catalog. */
export function teamTitle(team: TeamOverview): string {
  return team.title ?? parseEntityRef(team.entityRef).name;
}

/**
 * The teams whose name holds a text, by name, and after them the groups of which teams are a part. There is no other
 * order: teams are not ranked.
 */
export function teamsByName(
  teams: readonly TeamOverview[],
  text: string | undefined,
): TeamOverview[] {
  const wanted = (text ?? '').trim().toLocaleLowerCase();
  return teams
    .filter(
      team =>
        teamTitle(team).toLocaleLowerCase().includes(wanted) ||
        team.entityRef.toLocaleLowerCase('en-US').includes(wanted),
    )
    .sort(
      (a, b) =>
        Number(a.teams !== undefined) - Number(b.teams !== undefined) ||
        teamTitle(a).localeCompare(teamTitle(b)),
    );
}

/** One page of a list, the last one where there are fewer pages than asked for. */
export function pageOf<T>(items: readonly T[], page: number) {
  const pages = Math.max(1, Math.ceil(items.length / TEAMS_A_PAGE));
  const current = Math.min(page, pages);
  const first = (current - 1) * TEAMS_A_PAGE;
  return {
    items: items.slice(first, first + TEAMS_A_PAGE),
    page: current,
    pages,
    from: first + 1,
    to: Math.min(first + TEAMS_A_PAGE, items.length),
  };
}

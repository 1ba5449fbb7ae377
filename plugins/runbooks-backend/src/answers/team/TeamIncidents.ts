import { TeamRunbooks } from '@fairlead/backstage-plugin-runbooks-common';
import { VisibleEntities } from '@fairlead/catalog-copy';

/** What a team still learns from its incidents. */
export interface TeamIncidents {
  /**
   * @param owners - the team, with the teams below it
   * @param options - `isOwn`: the caller is of the team, and is told how much hangs on one person
   */
  read(
    owners: readonly string[],
    options: { isOwn: boolean; visible: VisibleEntities },
  ): Promise<Pick<TeamRunbooks, 'followUps' | 'responders'>>;
}

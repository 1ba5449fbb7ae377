import { TeamRunbooks } from '@fairlead/backstage-plugin-runbooks-common';
import { VisibleEntities } from '@fairlead/catalog-copy';

/** What an answer is restricted to, and for whose teams it is. */
export interface ForMember {
  visible: VisibleEntities;
  /** Refs that stand for the caller as an owner; empty for a service. */
  ownershipRefs: readonly string[];
}

/** What would fail a team tonight. */
export interface TeamAnswers<TScope> {
  /** @throws NotFoundError, the same for a team that does not exist and for one that is hidden */
  get(teamRef: string, scope: TScope): Promise<TeamRunbooks>;
}

import { ForCaller } from '@fairlead/backend-routes';
import { EntityResults } from '../results';
import { SEES_ALL, ForVisible } from '../../catalog/visibility';
import { Badge } from './Badge';

/** Reads what badges say. */
export interface Badges {
  /** True when anybody may see them, without credentials. */
  arePublic: boolean;

  get(
    options: { scorecardRef: string; entityRef: string },
    caller: ForCaller,
  ): Promise<Badge>;
}

/** Badges for those who may see the result. */
export function createAuthorizedBadges(
  entities: EntityResults<ForCaller>,
): Badges {
  return {
    arePublic: false,
    get: (options, caller) => readBadge(entities, options, caller),
  };
}

/** Badges for everybody, since an image in a README carries no token. */
export function createPublicBadges(
  entities: EntityResults<ForVisible>,
): Badges {
  return {
    arePublic: true,
    get: options => readBadge(entities, options, { visibility: SEES_ALL }),
  };
}

async function readBadge<TScope>(
  entities: EntityResults<TScope>,
  options: { scorecardRef: string; entityRef: string },
  scope: TScope,
): Promise<Badge> {
  const { scorecardRef, entityRef } = options;
  const { items } = await entities.listLevels([entityRef], scope);
  const standing = items[0]?.scorecards.find(
    scorecard => scorecard.scorecardRef === scorecardRef,
  );
  return { scorecardRef, standing };
}

import { createConditionExports } from '@backstage/plugin-permission-node';
import { scorecardResultPermissionResourceRef } from './resourceRef';
import { scorecardResultRules } from './rules';

const conditionExports = createConditionExports({
  resourceRef: scorecardResultPermissionResourceRef,
  rules: scorecardResultRules,
});

/**
 * Conditions for permission policies, one for each rule.
 *
 * @example
 * Results are read by those who own the entity, and by those who own the scorecard:
 *
 * ```ts
 * const claims = user.info.ownershipEntityRefs;
 * createScorecardResultConditionalDecision(request.permission, {
 *   anyOf: [
 *     scorecardResultConditions.isEntityOwner({ claims }),
 *     scorecardResultConditions.isScorecardOwner({ claims }),
 *   ],
 * });
 * ```
 *
 * @public
 */
export const scorecardResultConditions = conditionExports.conditions;

/**
 * Makes the conditional decision of a policy about scorecard results.
 *
 * @public
 */
export const createScorecardResultConditionalDecision =
  conditionExports.createConditionalDecision;

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
 * ```ts
 * createScorecardResultConditionalDecision(
 *   request.permission,
 *   scorecardResultConditions.ownedBy({ ownerRefs: user.info.ownershipEntityRefs }),
 * );
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

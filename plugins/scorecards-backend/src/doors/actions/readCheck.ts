import { NotFoundError } from '@backstage/errors';
import { ForCaller } from '@fairlead/backend-routes';
import { isolated } from '@fairlead/bidi-text';
import {
  CheckResult,
  describeRule,
  EntityScorecardsResponse,
} from '@fairlead/backstage-plugin-scorecards-common';
import { EntityResults, ScorecardResults } from '../../answers/results';
import { parseRef } from './parseRef';

/** How one check of one scorecard stands for one entity. */
interface StandingCheck {
  entityRef: string;
  scorecardRef: string;
  check: CheckResult;
  /** The rule in words; undefined where the version in force has no such check any more. */
  rule?: string;
}

/** Reads it as the caller may see it. Throws a NotFoundError for an entity that is not judged by such a check. */
export async function readCheck(
  input: { entityRef: string; scorecardRef: string; checkId: string },
  options: {
    caller: ForCaller;
    entities: EntityResults<ForCaller>;
    scorecards: ScorecardResults<ForCaller>;
  },
): Promise<StandingCheck> {
  const { caller, entities, scorecards } = options;
  const { checkId } = input;
  const entityRef = parseRef(input.entityRef);
  const scorecardRef = parseRef(input.scorecardRef, {
    defaultKind: 'scorecard',
  });
  const [{ json }, { definition }] = await Promise.all([
    entities.getScorecards(entityRef, caller),
    scorecards.get(scorecardRef, caller),
  ]);
  const response: EntityScorecardsResponse = JSON.parse(json);
  const check = response.scorecards
    .find(scorecard => scorecard.scorecardRef === scorecardRef)
    ?.checks.find(({ id }) => id === checkId);
  if (!check) {
    throw new NotFoundError(
      isolated`'${entityRef}' is not judged by a check '${checkId}' of '${scorecardRef}'`,
    );
  }
  const rule = definition.spec.checks.find(({ id }) => id === checkId)?.rule;
  return {
    entityRef,
    scorecardRef,
    check,
    rule: rule && describeRule(rule),
  };
}

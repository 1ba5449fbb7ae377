import { InputError, NotFoundError } from '@backstage/errors';
import { ForCaller } from '@fairlead/backend-routes';
import { isolated } from '@fairlead/bidi-text';
import {
  EntityScorecardsResponse,
  GateRequest,
  GateResponse,
  GateVerdict,
  judgeGate,
  ScorecardEntityV1alpha1,
  ScorecardResult,
} from '@fairlead/backstage-plugin-scorecards-common';
import { EntityResults, ScorecardResults } from '../results';

/**
 * Whether entities hold a level of a scorecard, or certain checks of it, as far as the caller may see. Throws an InputError
 * for a level or a check that the scorecard does not have.
 */
export async function readGate(
  request: GateRequest,
  options: {
    caller: ForCaller;
    entities: EntityResults<ForCaller>;
    scorecards: ScorecardResults<ForCaller>;
  },
): Promise<GateResponse> {
  const { caller, scorecards } = options;
  const { entityRefs, scorecardRef } = request;
  const { definition } = await scorecards.get(scorecardRef, caller);
  assertDefined(request, definition);
  const verdicts = await Promise.all(
    entityRefs.map(async entityRef => ({
      entityRef,
      ...judgeGate(
        await readResult({ entityRef, scorecardRef }, options),
        request,
      ),
    })),
  );
  return {
    scorecardRef,
    holds: holdsForAll(verdicts),
    entities: verdicts,
  };
}

function holdsForAll(verdicts: readonly GateVerdict[]): boolean | null {
  if (verdicts.some(({ holds }) => holds === false)) {
    return false;
  }
  return verdicts.every(({ holds }) => holds === true) ? true : null;
}

/** Undefined for an entity that the scorecard does not judge, and for one that the caller may not see or that there is not. */
async function readResult(
  { entityRef, scorecardRef }: { entityRef: string; scorecardRef: string },
  {
    caller,
    entities,
  }: { caller: ForCaller; entities: EntityResults<ForCaller> },
): Promise<ScorecardResult | undefined> {
  try {
    const { json } = await entities.getScorecards(entityRef, caller);
    const response: EntityScorecardsResponse = JSON.parse(json);
    return response.scorecards.find(
      result => result.scorecardRef === scorecardRef,
    );
  } catch (error) {
    if (error instanceof NotFoundError) {
      return undefined;
    }
    throw error;
  }
}

function assertDefined(
  { scorecardRef, level, checks = [] }: GateRequest,
  { spec }: ScorecardEntityV1alpha1,
): void {
  if (level === undefined && checks.length === 0) {
    throw new InputError(`Name a 'level', or 'checks', that are to hold`);
  }
  if (level !== undefined && !spec.levels.includes(level)) {
    throw new InputError(
      isolated`'${scorecardRef}' has no level '${level}'; it has ${spec.levels.join(
        ', ',
      )}`,
    );
  }
  const unknown = checks.find(id => !spec.checks.some(one => one.id === id));
  if (unknown !== undefined) {
    throw new InputError(
      isolated`'${scorecardRef}' has no check '${unknown}'; GET /scorecards/:namespace/:name lists those that it has`,
    );
  }
}

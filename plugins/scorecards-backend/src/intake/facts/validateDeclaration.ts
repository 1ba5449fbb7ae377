import {
  FactDeclaration,
  FactType,
  isFactId,
  isTimeUnit,
  tryParseDuration,
} from '@fairlead/backstage-plugin-scorecards-common';
import { isolated } from '@fairlead/bidi-text';

const TYPES: Record<FactType, true> = {
  boolean: true,
  number: true,
  string: true,
  'string[]': true,
  duration: true,
  date: true,
};

/** What is wrong with the declaration of a fact, or undefined. */
export function validateDeclaration(fact: FactDeclaration): string | undefined {
  if (!isFactId(fact.id)) {
    return `'${fact.id}' is not a fact id; write words joined by dots, for example 'delivery.leadTime.p50'`;
  }
  if (!Object.hasOwn(TYPES, fact.type)) {
    return isolated`Fact '${fact.id}' has the unknown type '${
      fact.type
    }'; use one of ${Object.keys(TYPES).join(', ')}`;
  }
  if (fact.type === 'duration' && !isTimeUnit(fact.unit)) {
    return isolated`Fact '${fact.id}' is a duration and needs a unit: ms, s, min, h or d`;
  }
  if (
    fact.timeToLive !== undefined &&
    tryParseDuration(fact.timeToLive) === undefined
  ) {
    return isolated`Fact '${fact.id}' has the time to live '${fact.timeToLive}'; write a duration, for example '26h'`;
  }
  return undefined;
}

import {
  KubernetesValidatorFunctions,
  parseEntityRef,
} from '@backstage/catalog-model';
import { isolated } from '@fairlead/bidi-text';
import { LIMITS } from '../rule/limits';
import { isObject, nameOf } from '../rule/values';
import { didYouMean } from '../text';
import { DefinitionProblem, FAIRLEAD_API_VERSION } from './types';

const FIELDS = [
  'apiVersion',
  'kind',
  'metadata',
  'spec',
  'relations',
  'status',
];

/** The problems of all that is around `spec`. */
export function checkEnvelope(
  entity: Record<string, unknown>,
): DefinitionProblem[] {
  const problems: DefinitionProblem[] = Object.keys(entity)
    .filter(field => !FIELDS.includes(field))
    .slice(0, LIMITS.problems)
    .map(field => ({
      path: field,
      message: isolated`'${field}' is not a field of an entity.${didYouMean(
        field,
        FIELDS,
      )}`,
    }));
  if (entity.apiVersion !== FAIRLEAD_API_VERSION) {
    problems.push({
      path: 'apiVersion',
      message: isolated`must be '${FAIRLEAD_API_VERSION}', not ${nameOf(
        entity.apiVersion,
      )}`,
    });
  }
  if (entity.kind !== 'Scorecard') {
    problems.push({
      path: 'kind',
      message: isolated`must be 'Scorecard', not ${nameOf(entity.kind)}`,
    });
  }
  problems.push(...checkMetadata(entity.metadata));
  if (!isObject(entity.spec)) {
    problems.push({
      path: 'spec',
      message:
        entity.spec === undefined
          ? 'is missing'
          : isolated`takes an object, not ${nameOf(entity.spec)}`,
    });
  }
  return problems;
}

function checkMetadata(metadata: unknown): DefinitionProblem[] {
  if (!isObject(metadata)) {
    return [
      {
        path: 'metadata',
        message:
          metadata === undefined
            ? 'is missing'
            : isolated`takes an object, not ${nameOf(metadata)}`,
      },
    ];
  }
  const problems: DefinitionProblem[] = [];
  if (metadata.name === undefined) {
    problems.push({ path: 'metadata.name', message: 'is missing' });
  } else if (!KubernetesValidatorFunctions.isValidObjectName(metadata.name)) {
    problems.push({
      path: 'metadata.name',
      message: isolated`takes letters, digits and single - _ . between them, at most 63, not ${nameOf(
        metadata.name,
      )}`,
    });
  }
  if (
    metadata.namespace !== undefined &&
    !KubernetesValidatorFunctions.isValidNamespace(metadata.namespace)
  ) {
    problems.push({
      path: 'metadata.namespace',
      message: isolated`takes lower case letters, digits and single - between them, at most 63, not ${nameOf(
        metadata.namespace,
      )}`,
    });
  }
  for (const field of ['title', 'description']) {
    const value = metadata[field];
    if (value !== undefined && typeof value !== 'string') {
      problems.push({
        path: `metadata.${field}`,
        message: isolated`takes a text, not ${nameOf(value)}`,
      });
    }
  }
  return problems;
}

/** What is wrong with `spec.owner` as an entity reference. */
export function checkOwner(owner: unknown): DefinitionProblem[] {
  if (typeof owner !== 'string' || owner === '') {
    return [];
  }
  try {
    parseEntityRef(owner, { defaultKind: 'group' });
    return [];
  } catch {
    return [
      {
        path: 'spec.owner',
        message: isolated`takes an entity reference such as group:default/platform, not '${owner}'`,
      },
    ];
  }
}

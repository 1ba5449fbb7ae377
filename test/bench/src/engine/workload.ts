import { Entity } from '@backstage/catalog-model';
import {
  CheckDefinition,
  createFactDirectory,
  EvaluationInput,
  Fact,
  KnownFact,
  ScorecardEntityV1alpha1,
} from '@fairlead/backstage-plugin-scorecards-common';

/*
 * A workload as a platform team would write it: facts of all types, half of the checks about one fact, the others
 * mixing facts with fields of the entity, some with an age limit, some for a part of the entities only.
 */

const OBSERVED_AT = '2026-11-20T06:00:00.000Z';
const EXPIRES_AT = '2026-11-21T08:00:00.000Z';
export const NOW = Date.parse('2026-11-20T12:00:00.000Z');

const declared = (
  id: string,
  type: KnownFact['type'],
  unit?: string,
): KnownFact => ({ id, type, unit, sources: ['bench'], declared: true });

const FACTS = [
  declared('ownership.owner.exists', 'boolean'),
  declared('ownership.owner.hasMembers', 'boolean'),
  declared('docs.pages.count', 'number', 'count'),
  declared('docs.readme.length', 'number'),
  declared('delivery.ci.feedback.p90', 'duration', 'min'),
  declared('delivery.leadTime.p50', 'duration', 'h'),
  declared('delivery.deploys.perWeek', 'number', 'count'),
  declared('security.findings.critical', 'number', 'count'),
  declared('security.scan.lastRun', 'date'),
  declared('runtime.language.name', 'string'),
  declared('runtime.features.enabled', 'string[]'),
  declared('runbooks.coverage.share', 'number', 'percent'),
];

export const FACT_DIRECTORY = createFactDirectory(FACTS);

const RULES: CheckDefinition['rule'][] = [
  { 'facts.ownership.owner.exists': true },
  { 'facts.ownership.owner.hasMembers': true },
  { 'metadata.description': { $exists: true } },
  { 'facts.docs.pages.count': { $gte: 1 } },
  { 'facts.delivery.ci.feedback.p90': { $lte: '10m' } },
  { 'facts.delivery.leadTime.p50': { $lt: '2d' } },
  {
    'metadata.annotations.backstage.io/techdocs-ref': { $exists: true },
    'facts.docs.readme.length': { $gt: 200 },
  },
  {
    $any: [
      { 'facts.delivery.deploys.perWeek': { $gte: 1 } },
      { 'spec.lifecycle': 'experimental' },
    ],
  },
  { 'facts.security.findings.critical': 0 },
  { 'facts.security.scan.lastRun': { $newerThan: '14d' } },
  { 'spec.type': { $in: ['service', 'website', 'library'] } },
  {
    $all: [
      { 'facts.runbooks.coverage.share': { $gte: 80, $lte: 100 } },
      { $not: { 'spec.lifecycle': 'deprecated' } },
    ],
  },
  { 'facts.runtime.language.name': { $in: ['TypeScript', 'Go', 'Java'] } },
  { 'facts.runtime.features.enabled': { $contains: 'tracing' } },
  { 'metadata.tags': { $contains: 'tier-1' } },
  { 'metadata.name': { $hasPrefix: 'service-' } },
  { 'spec.system': { $exists: true }, 'facts.ownership.owner.exists': true },
  {
    'metadata.annotations.pagerduty.com/service-id': {
      $matches: '^P[A-Z0-9]+$',
    },
  },
  { 'facts.docs.pages.count': { $gte: 5 } },
  { 'facts.delivery.ci.feedback.p90': { $lte: '5m' } },
];

const LEVELS = ['bronze', 'silver', 'gold'];

export function createScorecard(checks: number): ScorecardEntityV1alpha1 {
  return {
    apiVersion: 'fairlead.dev/v1alpha1',
    kind: 'Scorecard',
    metadata: { name: 'bench' },
    spec: {
      owner: 'group:default/platform',
      appliesTo: { kind: 'Component' },
      levels: LEVELS,
      checks: Array.from({ length: checks }, (_, index) => ({
        id: `check-${index}`,
        title: `Check ${index}`,
        level: LEVELS[index % LEVELS.length],
        weight: 1 + (index % 3),
        rule: RULES[index % RULES.length],
        ...(index % 5 === 4 ? { maxAge: '7d' } : {}),
        ...(index % 10 === 9
          ? { appliesTo: { 'spec.type': { $in: ['service', 'website'] } } }
          : {}),
      })),
    },
  };
}

/** A generator of numbers from 0 to 1, the same ones in each run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) % 2 ** 32;
    return (state >>> 0) / 2 ** 32;
  };
}

export function createInputs(count: number): EvaluationInput[] {
  const random = createRandom(7);
  return Array.from({ length: count }, (_, index) => ({
    entity: createEntity(index, random),
    facts: createFacts(random),
    now: NOW,
  }));
}

function createEntity(index: number, random: () => number): Entity {
  const pick = <T>(items: T[]) => items[Math.floor(random() * items.length)];
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      namespace: 'default',
      name: `service-${index}`,
      uid: `uid-${index}`,
      ...(random() < 0.8 ? { description: 'Does one thing well' } : {}),
      annotations: {
        'backstage.io/managed-by-location': 'url:https://example.com/repo',
        'backstage.io/source-location': 'url:https://example.com/repo/',
        ...(random() < 0.7 ? { 'backstage.io/techdocs-ref': 'dir:.' } : {}),
        ...(random() < 0.5 ? { 'pagerduty.com/service-id': 'P1234XY' } : {}),
      },
      tags: ['java', pick(['tier-1', 'tier-2', 'tier-3'])],
    },
    spec: {
      type: pick(['service', 'website', 'library', 'data-pipeline']),
      lifecycle: pick(['production', 'experimental', 'deprecated']),
      owner: 'group:default/team',
      ...(random() < 0.9 ? { system: 'system:default/shop' } : {}),
    },
  };
}

function createFacts(random: () => number): Map<string, Fact> {
  const values: Record<string, () => Fact['value']> = {
    boolean: () => random() < 0.8,
    number: () => Math.floor(random() * 100),
    duration: () => random() * 30,
    string: () => 'TypeScript',
    'string[]': () => ['metrics', random() < 0.5 ? 'tracing' : 'logs'],
    date: () => '2026-11-10T03:00:00.000Z',
  };
  return new Map(
    FACTS.filter(() => random() < 0.95).map(fact => [
      fact.id,
      {
        id: fact.id,
        value: values[fact.type ?? 'number'](),
        unit: fact.unit,
        source: 'bench',
        observedAt: OBSERVED_AT,
        expiresAt: EXPIRES_AT,
        state: random() < 0.02 ? 'error' : 'ok',
      },
    ]),
  );
}

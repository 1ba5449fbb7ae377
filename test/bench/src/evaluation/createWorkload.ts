import { Entity } from '@backstage/catalog-model';
import { JsonValue } from '@backstage/types';
import { FactDeclaration } from '@fairlead/backstage-plugin-scorecards-common';

/*
 * Fifty checks on fifty facts of each entity, of all types: what a large shop would write over its years.
 */

const LEVELS = ['bronze', 'silver', 'gold'];
const TYPES = ['boolean', 'number', 'duration', 'string', 'date'] as const;
const NOUNS = ['docs', 'builds', 'findings', 'alerts', 'deploys'];

const RULES: Record<(typeof TYPES)[number], (index: number) => JsonValue> = {
  boolean: () => true,
  number: index => ({ $lte: 40 + index }),
  duration: () => ({ $lte: '20m' }),
  string: () => ({ $in: ['TypeScript', 'Go'] }),
  date: () => ({ $newerThan: '30d' }),
};

const factId = (index: number) =>
  `bench.${NOUNS[index % NOUNS.length]}.measure${index}`;
const typeOf = (index: number) => TYPES[Math.floor(index / 2) % TYPES.length];

export function createFactDeclarations(count: number): FactDeclaration[] {
  return Array.from({ length: count }, (_, index) => ({
    id: factId(index),
    type: typeOf(index),
    ...(typeOf(index) === 'duration' && { unit: 'min' }),
    title: `Measure ${index}`,
    description: `The measure ${index} of the bench.`,
    timeToLive: '30d',
  }));
}

export function createScorecard(checks: number): Entity {
  return {
    apiVersion: 'fairlead.dev/v1alpha1',
    kind: 'Scorecard',
    metadata: { name: 'bench', namespace: 'default', uid: 'scorecard-bench' },
    spec: {
      owner: 'group:default/platform',
      appliesTo: { kind: 'Component' },
      levels: LEVELS,
      checks: Array.from({ length: checks }, (_, index) => ({
        id: `check-${index}`,
        title: `Check ${index}`,
        level: LEVELS[index % LEVELS.length],
        weight: 1 + (index % 3),
        rule: { [`facts.${factId(index)}`]: RULES[typeOf(index)](index) },
        ...(index % 5 === 4 && { maxAge: '14d' }),
      })),
    },
  };
}

const entityName = (index: number) =>
  `service-${String(index).padStart(6, '0')}`;

export function entityRefOf(index: number): string {
  return `component:default/${entityName(index)}`;
}

/** The numbers below `count`, in pages. */
export function* inPages(count: number, size: number): Iterable<number[]> {
  for (let start = 0; start < count; start += size) {
    yield Array.from(
      { length: Math.min(size, count - start) },
      (_, index) => start + index,
    );
  }
}

export function createEntity(index: number): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: entityName(index),
      namespace: 'default',
      uid: `uid-${index}`,
      description: 'Takes orders, checks the stock and sends them on.',
      annotations: {
        'backstage.io/managed-by-location':
          'url:https://example.com/shop/orders/catalog-info.yaml',
        'backstage.io/source-location': 'url:https://example.com/shop/orders/',
        'backstage.io/techdocs-ref': 'dir:.',
      },
      tags: ['java', `tier-${index % 3}`],
    },
    spec: {
      type: index % 2 ? 'service' : 'website',
      lifecycle: 'production',
      owner: `group:default/team-${index % 200}`,
      system: `system:default/system-${index % 50}`,
    },
    relations: [
      { type: 'ownedBy', targetRef: `group:default/team-${index % 200}` },
      { type: 'partOf', targetRef: `system:default/system-${index % 50}` },
    ],
  };
}

/** A value that differs from entity to entity; the same in each run. */
export function createValues(
  entity: number,
  facts: number,
  now: number,
): Record<string, JsonValue> {
  const values: Record<(typeof TYPES)[number], (n: number) => JsonValue> = {
    boolean: n => n % 4 !== 0,
    number: n => n % 100,
    duration: n => (n % 250) / 10,
    string: n => ['TypeScript', 'Go', 'Java'][n % 3],
    date: n => new Date(now - (n % 40) * 86_400_000).toISOString(),
  };
  return Object.fromEntries(
    Array.from({ length: facts }, (_, index) => [
      factId(index),
      values[typeOf(index)](entity * 31 + index * 17),
    ]),
  );
}

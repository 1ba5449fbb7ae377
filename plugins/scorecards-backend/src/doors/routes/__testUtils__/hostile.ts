import { Entity } from '@backstage/catalog-model';
import { readiness } from './fixtures';

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** As long as a text may be that `$matches` looks at. */
const TEXT = 'ab ! '.repeat(819);

/** Components that take long to judge: long texts and long lists. */
export function heavyComponents(count: number): Entity[] {
  return times(count, index => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: `heavy-${index}`,
      namespace: 'default',
      uid: `uid-heavy-${index}`,
      description: TEXT,
      tags: times(1_000, tag => `tag-${tag}`),
    },
    spec: { type: 'service', lifecycle: 'production' },
  }));
}

function scorecardOf(rules: object[]): object {
  return {
    ...readiness,
    metadata: { name: 'hostile' },
    spec: {
      ...readiness.spec,
      checks: rules.map((rule, index) => ({
        id: `check-${index}`,
        title: 'Holds the event loop',
        level: 'bronze',
        rule,
      })),
    },
  };
}

/** Definitions that nobody may hold the process with: small enough to be read, each as costly as it can be. */
export const HOSTILE_SCORECARDS: Record<string, object | string> = {
  'patterns that are slow at each character': scorecardOf(
    times(40, index => ({
      'metadata.description': { $matches: `(?:(?:a|b)?){90}\\b!${index}` },
    })),
  ),
  'hundreds of patterns': scorecardOf(
    times(200, index => ({
      $any: times(3, other => ({
        'metadata.description': { $matches: `[xyz]${index}a${other}$` },
      })),
    })),
  ),
  'patterns far too large': scorecardOf(
    times(200, index => ({
      $any: times(4, other => ({
        'metadata.description': {
          $matches: `(?:${'\\pL'.repeat(60)}){1000}${index}${other}`,
        },
      })),
    })),
  ),
  'long lists for each element of a long list': scorecardOf(
    times(30, index => ({
      'metadata.tags': { $contains: { $in: times(400, n => `${index}-${n}`) } },
    })),
  ),
  'facts that nobody knows': scorecardOf(
    times(200, index => ({
      $all: times(20, other => ({
        [`facts.ci.biuld.mintues${index}x${other}`]: 1,
      })),
    })),
  ),
  'thousands of checks': scorecardOf(times(2_500, () => ({ kind: 'x' }))),
  'thousands of fields': {
    ...readiness,
    ...Object.fromEntries(times(15_000, index => [`knid${index}`, 1])),
  },
  'a list without end': '- a\n'.repeat(50_000),
  'keys without end': times(20_000, index => `k${index}: 1`).join('\n'),
  'keys of keys': '? '.repeat(4_000),
  'brackets without end': '{a: '.repeat(60_000),
  'quotes that never close': 'a: "\n'.repeat(1_900),
  'one mistake in each line': 'a: b: c\n'.repeat(2_600),
  'aliases in each line': `a: &a x\n${'- *a\n'.repeat(2_000)}`,
};

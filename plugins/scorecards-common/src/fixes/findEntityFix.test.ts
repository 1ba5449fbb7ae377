import { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { compileScorecard } from '../engine';
import * as arbitraries from '../engine/__testUtils__/arbitraries';
import { createScorecard } from '../engine/__testUtils__/createScorecard';
import { Rule } from '../scorecard';
import { changeEntity } from './changeEntity';
import { editCatalogFile } from './file/editCatalogFile';
import { findEntityFix } from './findEntityFix';
import { fillPlaceholders, meetsPlaceholder } from './placeholders';
import { EntityChange, EntityFix } from './types';
import { stringify } from 'yaml';

const { NOW } = arbitraries;

const ENTITY: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'checkout',
    uid: '1',
    tags: ['java', 'legacy'],
    annotations: {
      'backstage.io/managed-by-location': 'url:https://example.com/a.yaml',
      'example.com/slo': '99',
    },
  },
  spec: { type: 'service', lifecycle: 'experimental', owner: 'payments' },
};

function fixOf(
  rule: Rule,
  options: Partial<Parameters<typeof findEntityFix>[0]> = {},
): Promise<EntityFix | undefined> {
  return findEntityFix({
    definition: createScorecard([{ rule }]),
    checkId: 'check-0',
    entity: ENTITY,
    facts: new Map(),
    now: NOW,
    ...options,
  });
}

const set = (path: string, value: unknown) =>
  ({ keys: path.split(' '), action: 'set', value } as EntityChange);
const append = (path: string, value: unknown) =>
  ({ keys: path.split(' '), action: 'append', value } as EntityChange);

describe('findEntityFix', () => {
  it.each<[string, Rule, EntityChange[]]>([
    [
      'a value that is asked for',
      { 'spec.lifecycle': 'production' },
      [set('spec lifecycle', 'production')],
    ],
    [
      'one of several values',
      { 'spec.type': { $in: ['website', 'library'] } },
      [set('spec type', 'website')],
    ],
    [
      'a number as a text where only texts can stand',
      { 'metadata.annotations.example.com/tier': 1 },
      [set('metadata annotations example.com/tier', '1')],
    ],
    [
      'a placeholder where any value does',
      { 'metadata.description': { $exists: true } },
      [set('metadata description', '<fill in metadata.description>')],
    ],
    [
      'a placeholder that begins as it must',
      { 'metadata.annotations.acme.com/chat': { $hasPrefix: 'https://' } },
      [
        set(
          'metadata annotations acme.com/chat',
          'https://<fill in metadata.annotations.acme.com/chat>',
        ),
      ],
    ],
    [
      'an element of a list',
      { 'metadata.tags': { $contains: 'go' } },
      [append('metadata tags', 'go')],
    ],
    [
      'a link with its address to be filled in',
      { 'metadata.links': { $contains: { title: 'Dashboard' } } },
      [
        append('metadata links', {
          title: 'Dashboard',
          url: '<fill in metadata.links[0].url>',
        }),
      ],
    ],
    [
      'an element that is taken away',
      { $not: { 'metadata.tags': { $contains: 'legacy' } } },
      [{ keys: ['metadata', 'tags'], action: 'drop', value: 'legacy' }],
    ],
    [
      'a field that is taken away',
      { 'metadata.annotations.example.com/slo': { $exists: false } },
      [
        {
          keys: ['metadata', 'annotations', 'example.com/slo'],
          action: 'remove',
        },
      ],
    ],
    [
      'another value where the catalog needs one',
      { 'spec.lifecycle': { $ne: 'experimental' } },
      [set('spec lifecycle', '<fill in spec.lifecycle>')],
    ],
    [
      'the branch with the least to do',
      {
        $any: [
          { 'metadata.description': { $exists: true } },
          { 'spec.system': 'shop', 'spec.lifecycle': 'production' },
          { 'spec.lifecycle': 'production' },
        ],
      },
      [set('spec lifecycle', 'production')],
    ],
    [
      'all that is missing, and nothing that is there',
      {
        'spec.type': 'service',
        'spec.lifecycle': 'production',
        'metadata.tags': { $contains: 'go' },
      },
      [set('spec lifecycle', 'production'), append('metadata tags', 'go')],
    ],
    [
      'one value for all that is asked of it',
      {
        'metadata.annotations.example.com/team': {
          $matches: '^team-',
          $ne: 'team-b',
        },
      },
      [
        set(
          'metadata annotations example.com/team',
          '<fill in metadata.annotations.example.com/team>',
        ),
      ],
    ],
  ])('finds %s', async (_, rule, changes) => {
    expect((await fixOf(rule))?.changes).toEqual(changes);
  });

  it.each<[string, Rule]>([
    ['a check that passes', { 'spec.type': 'service' }],
    ['what a fact says', { 'facts.a.b.c': true }],
    [
      'what a fact says beside the entity',
      { 'facts.a.b.c': true, 'spec.lifecycle': 'production' },
    ],
    ['relations', { relations: { $contains: { type: 'dependsOn' } } }],
    ['another entity', { 'metadata.name': 'other' }],
    ['another kind', { kind: 'API' }],
    ['what the catalog makes', { 'metadata.uid': '2' }],
    [
      'where it comes from',
      { 'metadata.annotations.backstage.io/managed-by-location': 'x' },
    ],
    ['the prototype', { 'spec.__proto__.polluted': true }],
    ['what the catalog would refuse', { 'metadata.tags': { $contains: '?' } }],
    ['what the kind needs', { 'spec.owner': { $exists: false } }],
    ['what nothing meets', { 'spec.x': { $eq: 'a', $ne: 'a' } }],
  ])('offers no edit for %s', async (_, rule) => {
    expect(await fixOf(rule)).toBeUndefined();
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('edits the entity where the facts of a rule are as wanted', async () => {
    const fact = {
      id: 'a.b.c',
      value: true,
      source: 'test',
      observedAt: new Date(NOW).toISOString(),
      state: 'ok' as const,
    };
    const rule = { 'facts.a.b.c': true, 'spec.lifecycle': 'production' };
    const fix = await fixOf(rule, { facts: new Map([['a.b.c', fact]]) });
    expect(fix?.changes).toEqual([set('spec lifecycle', 'production')]);
  });

  it('leaves a pattern to a person of which it knows no example', async () => {
    const path = 'metadata.annotations.acme.com/cost';
    const fix = await fixOf({ [path]: { $matches: '^CC[0-9]{7}$' } });
    const [placeholder] = fix!.placeholders;
    expect(placeholder).toMatchObject({
      marker: `<fill in ${path}>`,
      wanted: expect.stringContaining('CC[0-9]{7}'),
    });
    expect(meetsPlaceholder(placeholder, 'CC1')).toBe(false);
    expect(meetsPlaceholder(placeholder, 'CC1234567')).toBe(true);
    expect(meetsPlaceholder(placeholder, placeholder.marker)).toBe(false);
  });

  it('asks for numbers and ages as such', async () => {
    const fix = await fixOf({
      'spec.replicas': { $gte: 3 },
      'metadata.annotations.acme.com/reviewed': { $newerThan: '30d' },
    });
    const { changes, placeholders } = fix!;
    expect(placeholders.map(({ type }) => type)).toEqual(['number', 'text']);
    const [replicas, reviewed] = placeholders;
    expect(meetsPlaceholder(replicas, '2')).toBe(false);
    expect(meetsPlaceholder(reviewed, '2020-01-01', NOW)).toBe(false);
    const typed = {
      [replicas.marker]: '4',
      [reviewed.marker]: '2026-11-19',
    };
    expect(fillPlaceholders(changes, placeholders, typed)).toEqual([
      set('spec replicas', 4),
      set('metadata annotations acme.com/reviewed', '2026-11-19'),
    ]);
  });
});

describe('whatever is offered', () => {
  const FILLINGS = ['a', 'Abc', 'ab', 'production', 'b', '7', '700', '0', '-1'];
  const AGES = [-50, -20, -3, -0.1].map(days =>
    new Date(NOW + days * 86_400_000).toISOString(),
  );

  /** The changes as a person would have them, if one of a few values is what is asked for. */
  function fill({ changes, placeholders }: EntityFix) {
    const typed: Record<string, string> = {};
    for (const placeholder of placeholders) {
      const prefix = placeholder.prefix ?? '';
      const text = [...FILLINGS, ...AGES]
        .flatMap(value => [value, `${prefix}${value}`])
        .find(value => meetsPlaceholder(placeholder, value, NOW));
      if (text === undefined) {
        return undefined;
      }
      typed[placeholder.marker] = text;
    }
    return fillPlaceholders(changes, placeholders, typed);
  }

  it('passes by the engine once it is filled in, in the file as well, and stays away from checks that do not fail', async () => {
    let offered = 0;
    await fc.assert(
      fc.asyncProperty(
        arbitraries.entity,
        arbitraries.rule,
        arbitraries.facts,
        async (entity, rule, facts) => {
          const definition = createScorecard([{ rule }]);
          const known = arbitraries.FACT_DIRECTORY;
          const compiled = compileScorecard(definition, { facts: known });
          const statusOf = (of: Entity) =>
            compiled.evaluate({ entity: of, facts, now: NOW }).checks[0].status;
          const fix = await fixOf(rule, { definition, entity, facts, known });
          if (!fix) {
            return;
          }
          expect(statusOf(entity)).toBe('fail');
          const changes = fill(fix);
          if (!changes) {
            return;
          }
          offered += 1;
          expect(statusOf(changeEntity(entity, changes)!)).toBe('pass');

          const { relations: _, ...declared } = entity;
          const edit = editCatalogFile(stringify(declared), {
            entityRef: `component:default/${entity.metadata.name}`,
            changes,
          });
          expect(
            typeof edit === 'string'
              ? 'pass'
              : statusOf({ ...entity, ...edit.declares }),
          ).toBe('pass');
        },
      ),
      { numRuns: 300, seed: 7 },
    );
    expect(offered).toBeGreaterThan(20);
  });
});

import { createFactDirectory, KnownFact } from '../facts';
import { Rule } from '../scorecard';
import { describeRule } from './describeRule';

const declared = (
  id: string,
  type: KnownFact['type'],
  unit?: string,
): KnownFact => ({ id, type, unit, sources: [], declared: true });

const facts = createFactDirectory([
  declared('a.b', 'boolean'),
  declared('a.c', 'boolean'),
  declared('a.last', 'date'),
  declared('ci.feedback.p90', 'duration', 'min'),
  declared('docs.coverage', 'number', 'percent'),
  declared('deploys.failed', 'number', 'ratio'),
]);

describe('describeRule', () => {
  it.each<[string, Rule]>([
    ['a.b is true', { 'facts.a.b': true }],
    [
      'ci.feedback.p90 is at most 10 min',
      { 'facts.ci.feedback.p90': { $lte: '10m' } },
    ],
    [
      'ci.feedback.p90 is at most 90 min',
      { 'facts.ci.feedback.p90': { $lte: 90 } },
    ],
    ['docs.coverage is at least 80 %', { 'facts.docs.coverage': { $gte: 80 } }],
    [
      'deploys.failed is at most 7 %',
      { 'facts.deploys.failed': { $lte: 0.07 } },
    ],
    [
      'docs.coverage is more than 10 % and docs.coverage is less than 20 %',
      { 'facts.docs.coverage': { $gt: 10, $lt: 20 } },
    ],
    [
      'spec.type is one of "service", "website"',
      { 'spec.type': { $in: ['service', 'website'] } },
    ],
    [
      'spec.type is none of "service"',
      { $not: { 'spec.type': { $in: ['service'] } } },
    ],
    ['spec.type is not "service"', { 'spec.type': { $ne: 'service' } }],
    ['spec.type is "service"', { $not: { 'spec.type': { $ne: 'service' } } }],
    ['spec.system is set', { 'spec.system': { $exists: true } }],
    ['spec.system is not set', { 'spec.system': { $exists: false } }],
    [
      'metadata.name starts with "svc-"',
      { 'metadata.name': { $hasPrefix: 'svc-' } },
    ],
    [
      'metadata.name does not match /^x/',
      { $not: { 'metadata.name': { $matches: '^x' } } },
    ],
    ['a.last is newer than 30 d', { 'facts.a.last': { $newerThan: '30d' } }],
    [
      'a.last is newer than 30 d',
      { $not: { 'facts.a.last': { $olderThan: '30d' } } },
    ],
    [
      'a.last is on or after 2026-01-01',
      { 'facts.a.last': { $gte: '2026-01-01' } },
    ],
    [
      'metadata.tags contains "java"',
      { 'metadata.tags': { $contains: 'java' } },
    ],
    [
      'metadata.tags contains an element that starts with "tier-"',
      { 'metadata.tags': { $contains: { $hasPrefix: 'tier-' } } },
    ],
    [
      'relations contains an element where type is "ownedBy"',
      { relations: { $contains: { type: 'ownedBy' } } },
    ],
    [
      '(kind is "API" or kind is "Component") and a.b is true',
      {
        $all: [
          { $any: [{ kind: 'API' }, { kind: 'Component' }] },
          { 'facts.a.b': true },
        ],
      },
    ],
    [
      'not (a.b is true and a.c is true)',
      { $not: { 'facts.a.b': true, 'facts.a.c': true } },
    ],
  ])('says: %s', (words, rule) => {
    expect(describeRule(rule, { facts })).toBe(words);
  });

  it.each<[string, Rule]>([
    ['Wait for CI is at most 10 min', { 'facts.ci.wait': { $lte: '10m' } }],
    ['Has an owner: yes', { 'facts.owner.given': true }],
    ['Has an owner: no', { $not: { 'facts.owner.given': true } }],
    ['Has an owner: no', { 'facts.owner.given': { $ne: true } }],
    [
      'spec.type has the form that the rule gives',
      { 'spec.type': { $matches: '^x' } },
    ],
    [
      'not (Has an owner: yes and a.b is true)',
      { $not: { 'facts.owner.given': true, 'facts.a.b': true } },
    ],
  ])('calls facts by their titles: %s', (words, rule) => {
    const titled = createFactDirectory([
      { ...declared('ci.wait', 'duration', 'min'), title: 'Wait for CI' },
      { ...declared('owner.given', 'boolean'), title: 'Has an owner' },
      declared('a.b', 'boolean'),
    ]);
    expect(describeRule(rule, { facts: titled, naming: 'titles' })).toBe(words);
  });

  it('throws an error that names the path when it is not a rule', () => {
    expect(() => describeRule({ 'spec.type': { $equals: 1 } })).toThrow(
      "rule.spec.type.$equals: '$equals' is not an operator.",
    );
  });
});

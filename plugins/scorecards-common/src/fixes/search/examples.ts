import { JsonValue } from '@backstage/types';
import { sampleValues } from '../../lint/sampleValues';
import { Subject } from '../../rule/types';
import { WantedTest } from './Tests';

/** Texts as fields and annotations hold them, for whatever a pattern may want. */
const TEXTS = [
  'a',
  'team-a',
  'owner/name',
  'group:default/team-a',
  'https://example.com/a',
  'a@example.com',
  '#team-a',
  'A1',
  'A-1',
  '1',
  '1.0.0',
  'v1',
  '2026-01-01',
  '00000000-0000-4000-8000-000000000000',
  'dir:.',
  'url:https://example.com/a',
  'a b',
  'A text of some length that says in a few words what this is and whom it is for.',
];

const DAY = 86_400_000;

/**
 * Values that a person may fill in, the most usual first. They are judged by the engine and never offered: nobody but that
 * person knows the value.
 */
export function exampleValues(
  subject: Subject,
  tests: readonly WantedTest[],
  options: { field: string; now: number },
): JsonValue[] {
  const { field, now } = options;
  const texts = /url$/i.test(field)
    ? ['https://example.com/a', ...TEXTS]
    : TEXTS;
  const prefixes = tests.flatMap(({ test, wants }) =>
    wants && test.operator === '$hasPrefix' ? [test.prefix] : [],
  );
  const ages = tests.flatMap(({ test }) =>
    'milliseconds' in test
      ? [
          new Date(now - test.milliseconds - DAY),
          new Date(now - test.milliseconds / 2),
        ].map(date => date.toISOString())
      : [],
  );
  const samples = sampleValues(
    subject,
    tests.map(({ test }) => test),
    { now },
  ).flatMap(({ value }) =>
    typeof value === 'number' || typeof value === 'string' ? [value] : [],
  );
  return [
    ...prefixes.flatMap(prefix => texts.map(text => `${prefix}${text}`)),
    ...ages,
    ...texts,
    ...samples.filter(value => typeof value === 'number'),
    ...samples.filter(value => typeof value === 'string' && value !== ''),
  ];
}

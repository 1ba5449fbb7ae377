import { JsonValue } from '@backstage/types';
import { FactType, isFactId, validateFactValue } from '.';

describe('isFactId', () => {
  it.each([
    'ownership.ownerExists',
    'delivery.ci.feedback.p90',
    'security.cve-2026.count_1',
  ])('accepts %s', id => {
    expect(isFactId(id)).toBe(true);
  });

  it.each([
    '',
    'ownership',
    'Ownership.exists',
    'ownership..exists',
    '.ownership.exists',
    'ownership.exists.',
    'ownership.has members',
    `a.${'b'.repeat(120)}`,
    7,
    undefined,
  ])('refuses %p', id => {
    expect(isFactId(id)).toBe(false);
  });
});

describe('validateFactValue', () => {
  it.each<[FactType, JsonValue]>([
    ['boolean', false],
    ['number', -1.5],
    ['string', ''],
    ['string[]', []],
    ['string[]', ['a']],
    ['duration', 0],
    ['date', '2026-02-28'],
    ['date', '2026-02-28T10:00:00.123Z'],
    ['date', '2026-02-28T10:00+01:00'],
  ])('takes for a %s the value %p', (type, value) => {
    expect(validateFactValue({ id: 'a.b', type }, value)).toBeUndefined();
  });

  it.each<[FactType, JsonValue]>([
    ['boolean', 'true'],
    ['boolean', null],
    ['number', '1'],
    ['number', NaN],
    ['string', 1],
    ['string[]', ['a', 1]],
    ['string[]', 'a'],
    ['duration', -1],
    ['duration', '10m'],
    ['date', 'yesterday'],
    ['date', '2026-02-30'],
    ['date', 1_790_000_000],
  ])('refuses for a %s the value %p', (type, value) => {
    expect(validateFactValue({ id: 'a.b', type }, value)).toMatch(
      `Fact 'a.b' is declared as ${type} and takes`,
    );
  });

  it('says what it takes and what it got', () => {
    expect(
      validateFactValue({ id: 'a.wait', type: 'duration', unit: 'min' }, '10m'),
    ).toBe(
      'Fact \'a.wait\' is declared as duration and takes a number that is not negative of min, not "10m"',
    );
  });
});

import { didYouMean, nearestNames, parseIsoDate } from '.';

describe('nearestNames', () => {
  const known = [
    'ownership.ownerExists',
    'ownership.ownerHasMembers',
    'docs.pages.count',
  ];

  it.each([
    ['ownership.ownrExists', ['ownership.ownerExists']],
    ['ownerExists', ['ownership.ownerExists']],
    ['DOCS.PAGES.COUNT', ['docs.pages.count']],
    ['docs.pages.cuont', ['docs.pages.count']],
    ['something.else.entirely', []],
  ])('finds for %s: %p', (name, expected) => {
    expect(nearestNames(name, known, 1)).toEqual(expected);
  });

  it('asks in a sentence, or says nothing', () => {
    expect(didYouMean('lt', ['lte', 'gt'])).toBe(
      " Did you mean 'gt' or 'lte'?",
    );
    expect(didYouMean('zzzzzzzz', ['lte'])).toBe('');
  });
});

describe('parseIsoDate', () => {
  it.each([
    ['2026-11-20', '2026-11-20T00:00:00.000Z'],
    ['2026-11-20T10:00', '2026-11-20T10:00:00.000Z'],
    ['2026-11-20T10:00:00Z', '2026-11-20T10:00:00.000Z'],
    ['2026-11-20T10:00:00+02:00', '2026-11-20T08:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ])('reads %s alike on every machine', (text, expected) => {
    expect(new Date(parseIsoDate(text)!).toISOString()).toBe(expected);
  });

  it.each([
    '',
    '2026',
    '2026-11',
    '2026-13-01',
    '2026-02-29',
    '20 Nov 2026',
    7,
    null,
  ])('refuses %p', text => {
    expect(parseIsoDate(text)).toBeUndefined();
  });
});

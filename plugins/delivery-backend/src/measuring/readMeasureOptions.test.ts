import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { readMeasureOptionsFromConfig } from './readMeasureOptions';

const read = (delivery?: JsonObject) =>
  readMeasureOptionsFromConfig(
    mockServices.rootConfig({ data: delivery ? { delivery } : {} }),
  );

describe('readMeasureOptionsFromConfig', () => {
  it('needs no configuration', () => {
    expect(read()).toMatchObject({
      history: { calendar: { zone: 'UTC' }, maturity: 86_400_000 },
      bandEdition: undefined,
      fewest: 5,
    });
  });

  it('knows the tools of the installation before all others', () => {
    const { originRules } = read({
      origins: [{ title: 'Acme Coder', kind: 'agent', logins: ['acme-ci'] }],
    }).history;
    expect(originRules[0]).toMatchObject({
      title: 'Acme Coder',
      logins: ['acme-ci'],
      names: ['Acme Coder'],
    });
    expect(originRules).toEqual([
      originRules[0],
      ...read().history.originRules,
    ]);
  });

  it('reads what an installation decides', () => {
    expect(
      read({
        calendar: {
          timeZone: 'Asia/Tokyo',
          workingDays: [7, 1],
          holidays: ['2026-01-01'],
          freezes: [{ from: '2026-12-20', to: '2027-01-04', title: 'Quiet' }],
        },
        bands: { edition: '2024' },
        measures: { fewest: 3 },
        environments: [{ pattern: '^blue$', class: 'production' }],
        maturity: { hours: 2 },
        attributionWindow: 'PT3H',
        requiredChecks: ['build'],
        worker: { measureInterval: '2s' },
      }),
    ).toMatchObject({
      history: {
        calendar: {
          zone: 'Asia/Tokyo',
          workingDays: [7, 1],
          holidays: ['2026-01-01'],
          freezes: [
            {
              from: '2026-12-20T00:00:00.000Z',
              to: '2027-01-04T00:00:00.000Z',
              title: 'Quiet',
            },
          ],
        },
        environments: [{ pattern: /^blue$/, class: 'production' }],
        maturity: 7_200_000,
        attributionWindow: 10_800_000,
        requiredChecks: ['build'],
      },
      bandEdition: '2024',
      fewest: 3,
      interval: 2_000,
    });
  });

  it.each([
    [{ calendar: { timeZone: 'Mars/Base' } }, /timeZone'.*'Mars\/Base'/],
    [{ calendar: { workingDays: [0] } }, /workingDays'.*Monday/],
    [{ calendar: { holidays: ['Christmas'] } }, /holidays'.*2026-12-25/],
    [
      { calendar: { freezes: [{ from: 'soon', to: 'later', title: 'x' }] } },
      /freezes'.*'soon'/,
    ],
    [{ bands: { edition: '1999' } }, /edition'.*2024/],
    [{ measures: { fewest: 0 } }, /fewest'.*from 1 on, not 0/],
    [{ measures: { fewest: 2.5 } }, /fewest'.*whole number/],
    [{ environments: [{ pattern: '(', class: 'production' }] }, /regular/],
    [{ environments: [{ pattern: 'x', class: 'live' }] }, /'production'/],
    [{ maturity: 'long' }, /maturity/],
    [
      { origins: [{ title: 'Acme', kind: 'robot' }] },
      /origins'.*'Acme'.*agent, dependency-bot, automation/s,
    ],
  ])('says what is wrong with %j', (config, message) => {
    expect(() => read(config)).toThrow(message);
  });
});

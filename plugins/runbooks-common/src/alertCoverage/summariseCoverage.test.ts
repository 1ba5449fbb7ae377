import { CountedAlert, summariseCoverage } from './summariseCoverage';

const WINDOW = { from: 100, days: 90 };

const alert = (told: Partial<CountedAlert>): CountedAlert => ({
  alert: 'DiskFull',
  firesUntil: 150,
  mayPageUntil: 0,
  ...told,
});

describe('summariseCoverage', () => {
  it('has no ratio where nothing fired', () => {
    const none = { fired: 0, covered: 0, ratio: null };
    expect(summariseCoverage([], WINDOW)).toEqual({
      ...none,
      night: none,
      silent: none,
      windowDays: 90,
    });
  });

  it('covers a name where it is covered on each entity on which it fired', () => {
    const on = (resolves?: CountedAlert['resolves'], firesUntil = 150) =>
      alert({ firesUntil, ...(resolves && { resolves }) });
    expect(summariseCoverage([on('ok'), on('ok')], WINDOW)).toMatchObject({
      fired: 1,
      covered: 1,
    });
    expect(summariseCoverage([on('ok'), on()], WINDOW)).toMatchObject({
      fired: 1,
      covered: 0,
    });
    // It did not fire there.
    expect(summariseCoverage([on('ok'), on('bad', 50)], WINDOW)).toMatchObject({
      fired: 1,
      covered: 1,
    });
  });

  it.each(['bad', 'unknown', 'unverifiable'] as const)(
    'takes a runbook that is %s for none',
    resolves => {
      expect(summariseCoverage([alert({ resolves })], WINDOW)).toMatchObject({
        fired: 1,
        covered: 0,
        ratio: 0,
      });
    },
  );

  it('counts at night what paged in the window, and apart what is silent', () => {
    expect(
      summariseCoverage(
        [
          alert({ alert: 'Now', firesUntil: Infinity, mayPageUntil: Infinity }),
          // It may not page any more.
          alert({ alert: 'Tamed', mayPageUntil: 50 }),
          alert({
            alert: 'Old',
            firesUntil: 99,
            mayPageUntil: 99,
            resolves: 'ok',
          }),
        ],
        WINDOW,
      ),
    ).toEqual({
      fired: 2,
      covered: 0,
      ratio: 0,
      night: { fired: 1, covered: 0, ratio: 0 },
      silent: { fired: 1, covered: 1, ratio: 1 },
      windowDays: 90,
    });
  });
});

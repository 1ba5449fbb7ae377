import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReplay, toFactEntries } from './Replay';

const folder = join(__dirname, '../../demo/facts');

describe('a replay', () => {
  const replay = parseReplay(`
source: build-farm
observations:
  - component: voyage-planner
    age: 3h
    values: { ci.builds.successRate: 96 }
    daysAgo: { resilience.drill.lastRun: 2 }
`);

  it('counts its times back from now', () => {
    expect(toFactEntries(replay, Date.parse('2026-11-20T12:34:56Z'))).toEqual([
      {
        entityRef: 'component:default/voyage-planner',
        source: 'build-farm',
        observedAt: '2026-11-20T09:00:00.000Z',
        values: {
          'ci.builds.successRate': 96,
          'resilience.drill.lastRun': '2026-11-18T12:00:00.000Z',
        },
      },
    ]);
  });

  it('is the same all through an hour', () => {
    expect(toFactEntries(replay, Date.parse('2026-11-20T12:00:00Z'))).toEqual(
      toFactEntries(replay, Date.parse('2026-11-20T12:59:59Z')),
    );
  });

  it.each(readdirSync(folder))('reads %s of the demo', file => {
    const { observations } = parseReplay(
      readFileSync(join(folder, file), 'utf8'),
    );
    expect(observations.length).toBeGreaterThan(0);
  });
});

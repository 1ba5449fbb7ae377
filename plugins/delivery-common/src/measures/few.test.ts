import { change, deploy, history, MARCH, NOW } from '../__testUtils__/records';
import { DEFAULT_CALENDAR } from '../calendar';
import { DeliveryRecord } from '../records';
import { collectMeasure } from './collectMeasure';
import { summariseMeasure } from './summariseMeasure';
import { MeasureId } from './types';

/** A service with so many deployments, each of a change. */
const service = (deployments: number): DeliveryRecord[] =>
  Array.from({ length: deployments }, (_, i) => {
    const time = `${String(i + 2).padStart(2, '0')} 00:00`;
    return [change(i + 1, time), deploy(`${i}`, `m${i + 1}`, time)];
  }).flat();

const told = (id: MeasureId, deployments: number, fewest?: number) =>
  summariseMeasure(collectMeasure(id, history(service(deployments))), {
    window: MARCH,
    calendar: DEFAULT_CALENDAR,
    now: NOW,
    fewest,
  });

describe('few', () => {
  it('is said of a share, with how many of them count', () => {
    expect(told('changeFailRate', 2)).toMatchObject({
      state: 'ok',
      value: 0,
      n: 2,
      count: 0,
      few: true,
    });
    expect(told('changeFailRate', 5)).toMatchObject({ n: 5, count: 0 });
    expect(told('changeFailRate', 5)).not.toHaveProperty('few');
  });

  it('is said of a rate, with how many there were', () => {
    expect(told('deploymentFrequency', 2)).toMatchObject({
      n: 2,
      count: 2,
      few: true,
    });
    expect(told('deploymentFrequency', 5)).not.toHaveProperty('few');
  });

  it('is never said of a duration or where nothing is known', () => {
    expect(told('leadTime', 2)).toMatchObject({ n: 1 });
    expect(told('leadTime', 2)).not.toHaveProperty('few');
    expect(told('leadTime', 2)).not.toHaveProperty('count');
    expect(told('ci.flakyJobs', 2)).not.toHaveProperty('few');
  });

  it('is said of as many as an installation chooses', () => {
    expect(told('changeFailRate', 2, 2)).not.toHaveProperty('few');
    expect(told('changeFailRate', 5, 6)).toHaveProperty('few', true);
  });
});

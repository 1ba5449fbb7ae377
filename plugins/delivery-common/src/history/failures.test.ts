import { change, deploy, history, incident } from '../__testUtils__/records';
import { DeliveryRecord } from '../records';

const WEB = 'component:default/web';
const SHOP = 'component:default/shop';

const to = (
  environment: string,
  sha: string,
  time: string,
  fields: Parameters<typeof deploy>[3] = {},
) =>
  deploy(`${environment}-${sha}-${time.replace(/\D/g, '')}`, sha, time, {
    environment: `prod-${environment}`,
    ...fields,
  });

const failed = (records: DeliveryRecord[]) =>
  [...history(records).failures.byRelease.keys()].map(key =>
    key.split(':').at(-1),
  );

const unlinked = (records: DeliveryRecord[]) =>
  history(records).failures.unlinked.map(({ reason }) => reason);

describe('an incident', () => {
  it.each([
    ['at the moment of a deployment', '03 10:00', ['eu-a-031000']],
    ['a day after it', '04 10:00', ['eu-a-031000']],
    ['a minute later', '04 10:01', []],
    ['a minute before it', '03 09:59', []],
  ])('%s is laid at its door or not', (_name, time, expected) => {
    const records = [to('eu', 'a', '03 10:00'), incident('P1', time)];
    expect(failed(records)).toEqual(expected);
  });

  it('of one of several entities is laid at the door of what is deployed with it', () => {
    const records = [
      to('eu', 'a', '03 10:00', { entities: [SHOP, WEB] }),
      incident('P1', '03 11:00'),
    ];
    expect(failed(records)).toEqual(['eu-a-031000']);
    expect(
      failed([
        to('eu', 'a', '03 10:00', { entities: [WEB] }),
        incident('P1', '03 11:00'),
      ]),
    ).toEqual([]);
  });

  it('is laid at the door of what came to a region before what came back or again to another', () => {
    const before = [
      to('eu', 'a', '02 10:00'),
      to('us', 'a', '02 12:00'),
      to('eu', 'b', '03 10:00'),
      to('us', 'b', '05 10:00'),
    ];
    const p1 = incident('P1', '05 11:00');
    expect(failed([...before, to('eu', 'b', '05 10:30'), p1])).toEqual([
      'eu-b-031000',
    ]);
    const back = history([...before, to('eu', 'a', '05 10:30'), p1]);
    expect([...back.failures.byRelease.values()]).toMatchObject([
      { cause: 'rolled-back', incidents: [{ externalId: 'P1' }] },
    ]);
  });

  it('is laid at the door of the latest of several that are new', () => {
    const records = [
      to('eu', 'a', '02 10:00'),
      to('us', 'a', '02 12:00'),
      to('us', 'c', '03 09:00'),
      to('eu', 'b', '03 10:00'),
      incident('P1', '03 11:00'),
    ];
    expect(failed(records)).toEqual(['eu-b-031000']);
  });

  it('has no deployment before it where one of its services had one long ago', () => {
    const long = to('eu', 'a', '02 10:00');
    const later = to('us', 'b', '08 10:00', { entities: [SHOP, WEB] });
    const p1 = incident('P1', '05 11:00');
    expect(unlinked([long, later, p1])).toEqual(['no-deployment-before']);
    expect(unlinked([later, p1])).toEqual(['before-first-deployment']);
    expect(unlinked([long, { ...p1, detectedAt: undefined }])).toEqual([
      'no-start',
    ]);
  });
});

describe('a failed release', () => {
  it('arrived with the first region in which it failed', () => {
    const records = [
      to('eu', 'a', '02 10:00'),
      to('us', 'a', '02 10:10'),
      to('us', 'b', '03 10:00'),
      to('eu', 'b', '03 10:20'),
      to('eu', 'a', '03 11:00'),
      to('us', 'a', '03 11:10'),
    ];
    const { failures } = history(records);
    expect([...failures.byRelease.values()]).toMatchObject([
      {
        arrivals: [{ environment: 'prod-eu' }, { environment: 'prod-us' }],
        arrivedAt: '2026-03-03T10:00:00.000Z',
        recoveredAt: '2026-03-03T11:10:00.000Z',
      },
    ]);
  });

  it('is mended by the delivery of what reverts it', () => {
    const { failures } = history([
      to('eu', 'm0', '01 10:00'),
      change(1, '02 09:00'),
      to('eu', 'm1', '02 10:00'),
      change(2, '02 11:00', { revertOf: ['m1'] }),
      to('eu', 'm2', '02 12:00'),
    ]);
    expect([...failures.byRelease.values()]).toMatchObject([
      { cause: 'reverted', recoveredAt: '2026-03-02T12:00:00.000Z' },
    ]);
  });
});

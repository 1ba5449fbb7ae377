import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { createYear } from './createYear';
import { DemoDelivery } from './DemoDelivery';
import { readRepositories } from './readRepositories';
import { Repository } from './Repository';

jest.setTimeout(60_000);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-11-20T12:00:00Z');

const countBy = (
  deliveries: readonly DemoDelivery[],
  key: keyof DemoDelivery,
) =>
  deliveries.reduce<Record<string, number>>(
    (counts, delivery) => ({
      ...counts,
      [String(delivery[key])]: (counts[String(delivery[key])] ?? 0) + 1,
    }),
    {},
  );

describe('the demo year', () => {
  let repositories: Repository[];
  let lastWeeks: DemoDelivery[];

  beforeAll(async () => {
    repositories = await readRepositories(
      resolvePackagePath('backend', 'demo'),
      { firstDay: NOW - (NOW % DAY) },
    );
    lastWeeks = await createYear(repositories, {
      after: NOW - 60 * DAY,
      upTo: NOW,
    });
  });

  it('is told by every kind of system, in order', () => {
    expect(Object.keys(countBy(lastWeeks, 'door')).sort()).toEqual([
      'alertmanager',
      'cdevents',
      'github',
      'gitlab',
      'pagerduty',
      'rootly',
    ]);
    const times = lastWeeks.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('is the same when it is asked for again, and in parts', async () => {
    const middle = NOW - 3 * DAY;
    const parts = [
      ...(await createYear(repositories, {
        after: NOW - 9 * DAY,
        upTo: middle,
      })),
      ...(await createYear(repositories, { after: middle, upTo: NOW })),
    ].filter(({ event }) => event !== 'workflow_budget');
    const whole = await createYear(repositories, {
      after: NOW - 9 * DAY,
      upTo: NOW,
    });
    const sent = new Set(parts.map(delivery => JSON.stringify(delivery)));
    const missing = whole
      .filter(({ event }) => event !== 'workflow_budget')
      .filter(delivery => !sent.has(JSON.stringify(delivery)))
      .filter(({ body }) => !JSON.stringify(body).includes('not a number'));
    expect(missing).toEqual([]);
  });

  it.each([
    ['a rerun', (text: string) => text.includes('"run_attempt":2')],
    ['a rollback', (text: string) => text.includes('deploy:rollback')],
    ['a hotfix', (text: string) => text.includes('"ref":"hotfix/')],
    ['a failed rollout', (text: string) => text.includes('"state":"failure"')],
    [
      'a wait for approval',
      (text: string) =>
        text.includes('"action":"approved","since"') ||
        text.includes('"status":"blocked"'),
    ],
    ['a merge queue', (text: string) => text.includes('"action":"enqueued"')],
    [
      'several regions',
      (text: string) => text.includes('"environment":"prod-asia"'),
    ],
    ['a bot', (text: string) => text.includes('renovate[bot]')],
    ['an agent', (text: string) => text.includes('claude[bot]')],
    [
      'an agent that says so',
      (text: string) => text.includes('"tool":"Claude Code"'),
    ],
    [
      'a repository that nobody claims',
      (text: string) => text.includes('skerry-lines/hold-calculator'),
    ],
    ['an alert', (text: string) => text.includes('"status":"firing"')],
    [
      'a runbook that is half a URL',
      (text: string) => text.includes('"runbook_url":"/PortalTemplateErrors"'),
    ],
    [
      'a runbook whose URL nobody filled in',
      (text: string) => text.includes('{{ $labels.service }}'),
    ],
    [
      'a review',
      (text: string) => text.includes('incident_post_mortem.published'),
    ],
    [
      'a follow-up that is done',
      (text: string) =>
        text.includes('"kind":"follow_up"') && text.includes('"status":"done"'),
    ],
    ['an outage', (text: string) => text.includes('incident.triggered')],
    [
      'a type that nobody reads',
      (text: string) => text.includes('workflow_budget'),
    ],
    [
      'a delivery that cannot be read',
      (text: string) => text.includes('not a number'),
    ],
  ])('has %s in it', (_, tells) => {
    expect(lastWeeks.some(delivery => tells(JSON.stringify(delivery)))).toBe(
      true,
    );
  });

  it('happens at whole milliseconds, which are all that databases keep', () => {
    expect(lastWeeks.filter(({ at }) => !Number.isInteger(at))).toEqual([]);
  });

  it('numbers no two changes of a repository alike', () => {
    const opened = lastWeeks
      .filter(
        ({ event, body }) =>
          event === 'pull_request' && body.action === 'opened',
      )
      .map(({ body }) => JSON.stringify([body.repository, body.number]));
    expect(new Set(opened).size).toBe(opened.length);
  });

  const hours = Array.from({ length: 24 * 7 }, (_, i) => NOW + i * HOUR);

  it('reaches to the last hours at whatever hour of the week', async () => {
    const week = await createYear(repositories, {
      after: NOW - DAY,
      upTo: NOW + 7 * DAY,
    });
    for (const door of ['github', 'gitlab', 'cdevents']) {
      const times = week.filter(one => one.door === door).map(({ at }) => at);
      const longest = Math.max(
        ...hours.map(now => now - times.findLast(at => at <= now)!),
      );
      expect([door, longest]).toEqual([door, expect.any(Number)]);
      expect(longest).toBeLessThan(3 * HOUR);
    }
  });

  it('has a review wait for the team of the guest at whatever hour of the week', async () => {
    const template = repositories.filter(
      ({ component }) => component === 'service-template',
    );
    for (const now of hours.filter((_, hour) => hour % 3 === 0)) {
      const told = await createYear(template, {
        after: now - 14 * DAY,
        upTo: now,
      });
      const latest = new Map(
        told
          .filter(({ event }) => event === 'pull_request')
          .map(({ body }) => [body.number, body.action]),
      );
      expect([...latest.values()]).toContain('opened');
    }
  });

  it('has alerts fire and incidents open of several teams at whatever hour of the week', async () => {
    const lasting = repositories.filter(({ alertRules }) =>
      alertRules.some(rule => rule.lasting),
    );
    const year = await createYear(lasting, {
      after: NOW - 8 * DAY,
      upTo: NOW + 7 * DAY,
    });
    const now = hours.filter((_, hour) => hour % 5 === 0);
    const open = now.map(at => {
      const alerts = new Map<unknown, unknown>();
      const incidents = new Map<string, string>();
      for (const { body, door, ...told } of year) {
        if (told.at <= at && door === 'alertmanager') {
          const { alertname } = body.commonLabels as Record<string, string>;
          const [{ fingerprint, startsAt }] = body.alerts as never[];
          alerts.set(`${alertname} ${fingerprint} ${startsAt}`, body.status);
        } else if (told.at <= at && told.event !== 'incident.updated') {
          const text = JSON.stringify(body);
          const [, id = ''] = /"id":"(Q[0-9A-F]{13})"/i.exec(text) ?? [];
          incidents.set(id, told.event);
        }
      }
      const firing = [...alerts]
        .filter(([, status]) => status === 'firing')
        .map(([alert]) => String(alert).split(' ')[0]);
      const unresolved = [...incidents.values()].filter(event =>
        ['incident.created', 'incident.acknowledged'].includes(event),
      );
      return { firing, unresolved: unresolved.length };
    });
    for (const { firing, unresolved } of open) {
      expect(firing).toEqual(
        expect.arrayContaining([
          'BookingMailBacklog',
          'CertificateExpiresSoon',
          'PortalDiskFillsUp',
          'PortalTemplateErrors',
          'ReeferTooWarm',
        ]),
      );
      expect(unresolved).toBeGreaterThan(1);
    }
  });

  it('leaves changes open that wait now', () => {
    const numbersOf = (action: string) =>
      new Set(
        lastWeeks
          .filter(
            ({ event, body }) =>
              event === 'pull_request' && body.action === action,
          )
          .map(({ body }) => JSON.stringify([body.repository, body.number])),
      );
    const closed = numbersOf('closed');
    expect(
      [...numbersOf('opened')].filter(change => !closed.has(change)).length,
    ).toBeGreaterThan(2);
  });
});

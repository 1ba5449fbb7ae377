import { AlertRule } from '../AlertRules';
import { shaOf } from '../ids';
import { weeksBetween } from '../officeHours';
import { Random } from '../Random';
import { Repository } from '../Repository';
import { DAY, HOUR, MINUTE } from './times';
import { SimulatedAlert, SimulatedIncident } from './types';

const WEEKS_PER_MONTH = 52 / 12;

/** When what lasts begins on a day, and for how long it goes on after the next began. Times of UTC. */
const LASTING = { from: 1 * HOUR, until: 25 * HOUR + 30 * MINUTE };

/** The alerts of a repository's component: with its incidents, without any, and those that nobody looks after. */
export function simulateAlerts(
  { alertRules }: Repository,
  incidents: readonly SimulatedIncident[],
  options: { from: number; to: number },
): SimulatedAlert[] {
  return withoutOverlaps([
    ...incidents.flatMap(incident =>
      alertRules
        .filter(({ alert }) => alert === incident.alert)
        .map(rule => fireWith(rule, incident)),
    ),
    ...alertRules.flatMap(rule => fireAtTimes(rule, options)),
    ...alertRules
      .filter(({ lasting }) => lasting)
      .flatMap(rule => fireDaily(rule, options)),
  ]);
}

function fireWith(
  rule: AlertRule,
  { id, resolvedAt, triggeredAt }: SimulatedIncident,
): SimulatedAlert {
  const random = Random.of('alert', id);
  return fire(rule, {
    random,
    pod: random.integer(1, 4),
    startsAt: triggeredAt - random.between(20, 200) * 1000,
    endsAt: resolvedAt - random.between(1, 5) * MINUTE,
  });
}

/** The same alert does not fire a second time before it ended. */
function withoutOverlaps(alerts: SimulatedAlert[]): SimulatedAlert[] {
  const ends = new Map<string, number>();
  return alerts
    .sort((a, b) => a.startsAt - b.startsAt)
    .filter(({ endsAt, fingerprint, startsAt }) => {
      const isOver = startsAt > (ends.get(fingerprint) ?? 0) + HOUR;
      if (isOver) {
        ends.set(fingerprint, endsAt);
      }
      return isOver;
    });
}

function fireAtTimes(
  rule: AlertRule,
  options: { from: number; to: number },
): SimulatedAlert[] {
  return weeksBetween(options.from, options.to).flatMap(week => {
    const random = Random.of('alert', rule.alert, rule.service, week);
    const count = random.count(rule.perMonth / WEEKS_PER_MONTH);
    return Array.from({ length: count }, () => {
      const startsAt = week + random.between(0, 7) * DAY;
      const endsAt = startsAt + random.duration(rule.minutes, 0.5) * MINUTE;
      return fire(rule, {
        random,
        pod: random.integer(1, 4),
        startsAt,
        endsAt,
      });
    });
  });
}

function fireDaily(
  rule: AlertRule,
  options: { from: number; to: number },
): SimulatedAlert[] {
  const first = Math.floor(options.from / DAY);
  const count = Math.ceil(options.to / DAY) - first;
  return Array.from({ length: count }, (_, i) => {
    const day = first + i;
    const random = Random.of('lasting alert', rule.alert, rule.service, day);
    const late = random.between(0, 20) * MINUTE;
    return {
      ...fire(rule, {
        random,
        // Another one than the day before, which has not ended yet.
        pod: 5 + (day % 2),
        startsAt: day * DAY + LASTING.from + late,
        endsAt: day * DAY + LASTING.until + late,
      }),
      isLasting: true,
    };
  });
}

function fire(
  rule: AlertRule,
  options: { random: Random; pod: number; startsAt: number; endsAt: number },
): SimulatedAlert {
  const { random, startsAt, endsAt } = options;
  const pod = `${rule.service}-${shaOf(rule.service).slice(0, 9)}-${shaOf(
    rule.service,
    options.pod,
  ).slice(0, 5)}`;
  const labels = {
    alertname: rule.alert,
    cluster: 'quay',
    job: rule.service,
    namespace: rule.namespace,
    pod,
    service: rule.service,
    severity: rule.severity,
    ...Object.fromEntries(
      Object.entries(rule.labels).map(([name, values]) => [
        name,
        random.pick(values),
      ]),
    ),
  };
  return {
    rule,
    labels,
    fingerprint: shaOf(JSON.stringify(labels)).slice(0, 16),
    startsAt: Math.round(startsAt),
    endsAt: Math.round(Math.max(endsAt, startsAt + MINUTE)),
    isLasting: false,
  };
}

import { JsonObject } from '@backstage/types';
import { DemoDelivery } from '../DemoDelivery';
import { Detail, isRecent } from '../Detail';
import { SimulatedAlert } from '../simulate';
import { iso } from './text';

const HOUR = 3_600_000;
const URL = 'https://alertmanager.skerry.example';

/** How long Alertmanager waits for others of the group. */
const GROUP_WAIT = 30_000;
const GROUP_INTERVAL = 5 * 60_000;

/** Go's zero time, which stands for an end that has not come. */
const NEVER = '0001-01-01T00:00:00Z';

/** What Alertmanager sends of alerts: of those of long ago only what may have woken somebody. */
export function writeAlertmanager(
  alerts: readonly SimulatedAlert[],
  detailAt: (time: number) => Detail,
): DemoDelivery[] {
  return alerts
    .filter(({ isLasting, rule, startsAt }) => {
      const detail = detailAt(startsAt);
      return isLasting
        ? isRecent(detail)
        : detail !== 'ends' || rule.severity === 'critical';
    })
    .flatMap(alert => {
      const firingAt = alert.startsAt + GROUP_WAIT;
      const repeatedAt = firingAt + 4 * HOUR;
      const isRepeated =
        detailAt(alert.startsAt) === 'full' && repeatedAt < alert.endsAt;
      return [
        send(alert, 'firing', firingAt),
        ...(isRepeated ? [send(alert, 'firing', repeatedAt)] : []),
        send(alert, 'resolved', alert.endsAt + GROUP_INTERVAL),
      ];
    });
}

function send(
  alert: SimulatedAlert,
  status: 'firing' | 'resolved',
  at: number,
): DemoDelivery {
  const { labels, rule } = alert;
  const { alertname, namespace } = labels;
  const annotations: JsonObject = {
    summary: rule.summary,
    dashboard_url: `https://skerry.example/grafana/d/${rule.service}`,
    ...(rule.runbook !== undefined && { runbook_url: rule.runbook }),
  };
  return {
    at,
    door: 'alertmanager',
    event: status,
    body: {
      version: '4',
      groupKey: `{}:{alertname="${alertname}", namespace="${namespace}"}`,
      truncatedAlerts: 0,
      status,
      receiver: rule.severity === 'critical' ? 'night-duty' : 'team-chat',
      groupLabels: { alertname, namespace },
      commonLabels: labels,
      commonAnnotations: annotations,
      externalURL: URL,
      alerts: [
        {
          status,
          labels,
          annotations,
          startsAt: iso(alert.startsAt),
          endsAt: status === 'resolved' ? iso(alert.endsAt) : NEVER,
          generatorURL: `https://prometheus.skerry.example/graph?g0.expr=${alertname}`,
          fingerprint: alert.fingerprint,
        },
      ],
    },
  };
}

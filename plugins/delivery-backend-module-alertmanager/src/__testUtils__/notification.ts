import { JsonObject } from '@backstage/types';

/** An alert as Alertmanager sends it while it fires. */
export function firing(fields: JsonObject = {}): JsonObject {
  return {
    status: 'firing',
    labels: {
      alertname: 'HighLatency',
      severity: 'page',
      service: 'checkout',
      namespace: 'shop',
    },
    annotations: {
      summary: 'Half of the requests take a second',
      runbook_url: 'https://runbooks.example/high-latency',
    },
    startsAt: '2026-03-02T10:00:00.123456789Z',
    endsAt: '0001-01-01T00:00:00Z',
    generatorURL: 'https://prometheus.example/graph?g0.expr=up',
    fingerprint: 'c1f0d2',
    ...fields,
  };
}

/** A notification as Alertmanager sends it. */
export function notification(
  alerts: JsonObject[],
  fields: JsonObject = {},
): JsonObject {
  return {
    version: '4',
    groupKey: '{}:{alertname="HighLatency"}',
    truncatedAlerts: 0,
    status: 'firing',
    receiver: 'fairlead',
    groupLabels: { alertname: 'HighLatency' },
    commonLabels: {},
    commonAnnotations: {},
    externalURL: 'https://alertmanager.example',
    alerts,
    ...fields,
  };
}

import {
  findRunbookUrl,
  Observation,
  Subject,
} from '@fairlead/backstage-plugin-delivery-node';
import { Notification, NotifiedAlert } from './payload';
import { Sender } from './senders';

/** By which entities name what alerts are about. */
export const SERVICE_ANNOTATION = 'fairlead.dev/service';
const ENTITY_ANNOTATION = 'backstage.io/entity-ref';

/** Labels that name what an alert is about, and what their values are. */
const SUBJECT_LABELS = [
  { label: 'entity_ref', annotation: ENTITY_ANNOTATION },
  { label: 'backstage_entity', annotation: ENTITY_ANNOTATION },
  { label: 'service', annotation: SERVICE_ANNOTATION },
];

/** Labels of which the first stands in where none names a service, so that the alert can be claimed. */
const STAND_IN_LABELS = ['job', 'alertname'];

function subjectsOf(labels: Record<string, string>): Subject[] {
  const named = SUBJECT_LABELS.filter(({ label }) => labels[label]).map(
    ({ label, annotation }) => ({ annotation, value: labels[label] }),
  );
  const standIn = STAND_IN_LABELS.find(label => labels[label]);
  return named.length > 0 || !standIn
    ? named
    : [{ annotation: SERVICE_ANNOTATION, value: labels[standIn] }];
}

/** Go's zero time: Alertmanager sends it for what has not happened. */
const isTime = (instant: string) => !instant.startsWith('0001-01-01');

/** Annotations in which authors of rules say where the numbers are drawn. */
const DASHBOARD_ANNOTATIONS = ['dashboard_url', 'dashboard'];

/** Annotations that say what is wrong; the first that says something counts. */
const SUMMARY_ANNOTATIONS = ['summary', 'description', 'message'];

/** Grafana tells its own dashboards; an annotation may hold the name of one in place of a URL. */
function dashboardsOf(
  { panelURL, dashboardURL }: NotifiedAlert,
  annotations: Record<string, string>,
): string[] | undefined {
  const urls = [
    panelURL,
    dashboardURL,
    ...DASHBOARD_ANNOTATIONS.map(name => annotations[name]),
  ].flatMap(url => (url && /^https?:\/\//i.test(url) ? [url] : []));
  return urls.length > 0 ? [...new Set(urls)] : undefined;
}

/** Reads one alert. A firing one may carry an end in the future, at which it would be given up: that is no end. */
export function readAlert(
  alert: NotifiedAlert,
  options: { notification: Notification; sender: Sender },
): Observation {
  const { notification, sender } = options;
  const { fingerprint, startsAt, status } = alert;
  const labels = alert.labels ?? {};
  const annotations = alert.annotations ?? {};
  const summaryAnnotation = SUMMARY_ANNOTATIONS.find(name => annotations[name]);
  const endsAt =
    status === 'resolved' && alert.endsAt && isTime(alert.endsAt)
      ? alert.endsAt
      : undefined;
  return {
    record: {
      kind: 'alert',
      source: sender.id,
      fingerprint,
      startsAt,
      // Grafana 12 tells the end of an alert with another start.
      seenFiring: status === 'firing' || undefined,
      endsAt,
      name: labels.alertname,
      severity: labels.severity,
      labels: alert.labels ?? undefined,
      receivers: notification.receiver ? [notification.receiver] : undefined,
      summary: summaryAnnotation && annotations[summaryAnnotation],
      runbookUrl: findRunbookUrl(Object.entries(annotations)),
      dashboardUrls: dashboardsOf(alert, annotations),
      url:
        alert.panelURL || alert.dashboardURL || alert.generatorURL || undefined,
    },
    occurredAt: endsAt ?? startsAt,
    subjects: subjectsOf(labels),
  };
}

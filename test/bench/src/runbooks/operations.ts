import { Entity } from '@backstage/catalog-model';
import { AlertFiring } from '@fairlead/backstage-plugin-runbooks-node';
import { componentNames } from '../workload';

const HOUR = 3_600_000;

/** Alert names of each component: those of the first half have a runbook. */
export const ALERTS_OF_EACH = 5;

const alertName = (component: string, index: number) =>
  `${component}-alert-${index}`;

/** A runbook for each component, for the first of its alerts, with a text of a usual length. */
export function createRunbooks(components: number): Entity[] {
  return componentNames(components).map((name, index) => ({
    apiVersion: 'fairlead.dev/v1alpha1',
    kind: 'Runbook',
    metadata: { name: `${name}-runbook`, title: `Runbook of ${name}` },
    spec: {
      owner: `team-${index % 40}`,
      serves: { entities: [`component:default/${name}`] },
      alerts: [0, 1, 2].map(alert => alertName(name, alert)),
      tier: index % 3 === 0 ? 'critical' : 'normal',
      text: createRunbookText(index),
    },
  }));
}

/** Markdown as people write it, some of it with a section that says nothing. */
export function createRunbookText(index: number): string {
  const steps = Array.from(
    { length: 3 + (index % 12) },
    (_, step) =>
      `- [ ] Look at pod ${step} of \`{{namespace}}\` and compare it with [the dashboard](https://grafana.example.com/d/${index}/${step})`,
  );
  return [
    '# Meaning',
    `Requests of service ${index} fail more often than one in a hundred.`,
    '## Impact',
    index % 7 === 0 ? '' : 'Orders are lost while it lasts. '.repeat(4),
    '## Diagnosis',
    '```sh',
    'kubectl -n {{namespace}} get pods --field-selector=status.phase!=Running',
    '```',
    ...steps,
    '## Mitigation',
    index % 11 === 0 ? 'TODO' : 'Roll the last deployment back. '.repeat(20),
  ].join('\n\n');
}

/** One firing of every alert of every component within the last weeks; one in fifty fires still. */
export function createFirings(components: number, now: number): AlertFiring[] {
  return componentNames(components).flatMap((name, component) =>
    Array.from({ length: ALERTS_OF_EACH }, (_, index) => {
      const alert = alertName(name, index);
      const startsAt = now - ((component % 60) + 1) * 24 * HOUR;
      return {
        kind: 'firing' as const,
        key: `alert:bench:${alert}`,
        source: 'bench',
        entityRefs: [`component:default/${name}`],
        alert,
        fingerprint: alert,
        startsAt: new Date(startsAt).toISOString(),
        ...(component % 50 > 0 && {
          endsAt: new Date(startsAt + HOUR).toISOString(),
        }),
        severity: index % 2 === 0 ? 'critical' : 'warning',
        labels: { alertname: alert, namespace: name, severity: 'critical' },
        receivers: [],
        dashboardUrls: [],
      };
    }),
  );
}

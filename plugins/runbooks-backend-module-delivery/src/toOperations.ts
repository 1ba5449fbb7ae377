import {
  Alert,
  classifyEnvironment,
  DeliveryRecord,
  Deployment,
  EnvironmentRule,
  Incident,
  settleDeployment,
  settleIncident,
} from '@fairlead/backstage-plugin-delivery-common';
import {
  AlertFiring,
  OperationsIncident,
  OperationsRecord,
  ProductionDeployment,
} from '@fairlead/backstage-plugin-runbooks-node';

/**
 * What a record of the feed tells of operations: itself or, where it counts for nothing, that it is no more. The keys by
 * which it was known before are none any more either.
 */
export function toOperations(
  record: DeliveryRecord,
  options: { environments: readonly EnvironmentRule[] },
): OperationsRecord[] {
  const { key, formerKeys = [] } = record;
  const told = toRecord(record, options);
  const gone = told ? formerKeys : [key, ...formerKeys];
  return [
    ...gone.map(former => ({ kind: 'removed' as const, key: former })),
    ...(told ? [told] : []),
  ];
}

function toRecord(
  record: DeliveryRecord,
  options: { environments: readonly EnvironmentRule[] },
): OperationsRecord | undefined {
  switch (record.kind) {
    case 'alert':
      return toFiring(record);
    case 'incident':
      return toIncident(record);
    case 'deployment':
      return toDeployment(record, options);
    default:
      return undefined;
  }
}

function baseOf({ key, source, url, entities = [] }: DeliveryRecord) {
  return { key, source, url, entityRefs: entities };
}

/** The feed brings ends that were told under another start together with what they end. */
function toFiring(alert: Alert): AlertFiring | undefined {
  // Without a name there is nothing that a runbook could be found by.
  return alert.name
    ? {
        ...baseOf(alert),
        kind: 'firing',
        alert: alert.name,
        fingerprint: alert.fingerprint,
        startsAt: alert.startsAt,
        endsAt: alert.endsAt,
        severity: alert.severity,
        labels: alert.labels ?? {},
        receivers: alert.receivers ?? [],
        summary: alert.summary,
        runbookUrl: alert.runbookUrl,
        dashboardUrls: alert.dashboardUrls ?? [],
      }
    : undefined;
}

function toIncident(incident: Incident): OperationsIncident | undefined {
  return incident.withdrawn
    ? undefined
    : {
        ...baseOf(incident),
        kind: 'incident',
        title: incident.title,
        severity: incident.severity,
        foundBy: incident.foundBy,
        startedAt: incident.startedAt,
        detectedAt: incident.detectedAt,
        acknowledgedAt: incident.ackAt,
        mitigatedAt: incident.mitigatedAt,
        resolvedAt: settleIncident(incident).resolvedAt,
        reviewUrl: incident.postmortemUrl,
        reviewPublishedAt: incident.publishedAt,
        alerts: incident.alertNames ?? [],
        labels: incident.labels,
        runbookUrl: incident.runbookUrl,
        responders: incident.responders ?? [],
        followUps: (incident.followUps ?? []).map(
          ({ id, title, url, createdAt, dueAt, closedAt }) => ({
            id,
            title,
            url,
            createdAt,
            dueAt,
            closedAt,
          }),
        ),
      };
}

function toDeployment(
  deployment: Deployment,
  options: { environments: readonly EnvironmentRule[] },
): ProductionDeployment | undefined {
  const { outcome, finishedAt } = settleDeployment(deployment);
  const isProduction =
    classifyEnvironment(deployment, options.environments) === 'production';
  return isProduction && outcome === 'success' && finishedAt
    ? {
        ...baseOf(deployment),
        kind: 'deployment',
        finishedAt,
        version:
          deployment.deploymentGroup ?? deployment.sha ?? deployment.artifact,
      }
    : undefined;
}

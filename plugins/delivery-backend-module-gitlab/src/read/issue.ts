import { createPayloadReader } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { observationOf, SOURCE } from './observation';
import { count, instant, optional, project } from './payload';
import { ReaderContext } from './ReaderContext';

const schema = z.object({
  object_attributes: z.object({
    iid: count,
    type: optional(z.string()),
    action: optional(z.string()),
    title: optional(z.string()),
    url: optional(z.string()),
    severity: optional(z.string()),
    escalation_status: optional(z.string()),
    created_at: instant,
    updated_at: instant,
    closed_at: optional(instant),
    labels: optional(z.array(z.object({ title: z.string() }))),
  }),
  project,
});

/** Scoped labels put a label in a group: `type::incident`. */
const meaningOf = (label: string) => label.toLowerCase().split('::').at(-1);

/** An issue is an incident by its type, or while it carries one of the labels that say so. */
export const issueReader = createPayloadReader(
  schema,
  ({ object_attributes: issue, project: of }, { options }: ReaderContext) => {
    const repo = of.path_with_namespace;
    const isLabelled = (issue.labels ?? []).some(
      ({ title }) =>
        options.incidentLabels.includes(title.toLowerCase()) ||
        options.incidentLabels.includes(meaningOf(title) ?? ''),
    );
    if (issue.type?.toLowerCase() !== 'incident' && !isLabelled) {
      return [];
    }
    const isAcknowledged = issue.escalation_status === 'acknowledged';
    const severity = issue.severity?.toLowerCase();
    return [
      observationOf(repo, issue.updated_at, {
        kind: 'incident',
        source: SOURCE,
        externalId: `${repo}#${issue.iid}`,
        url: issue.url,
        title: issue.title,
        severity: severity === 'unknown' ? undefined : severity,
        detectedAt: issue.created_at,
        ackAt: isAcknowledged ? issue.updated_at : undefined,
        resolutions: issue.closed_at ? [issue.closed_at] : undefined,
        reopened: issue.action === 'reopen' ? [issue.updated_at] : undefined,
      }),
    ];
  },
);

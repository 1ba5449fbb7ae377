import { createPayloadReader } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { GitlabOptions } from '../GitlabOptions';
import { isIncidentLabel } from './incidentLabels';
import { observationOf, SOURCE } from './observation';
import { count, instant, optional, project } from './payload';
import { ReaderContext } from './ReaderContext';

const labels = optional(z.array(z.object({ title: z.string() })));

const previousType = optional(z.object({ previous: optional(z.unknown()) }));

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
    moved_to_id: optional(z.number()),
    labels,
  }),
  // Older servers name the labels beside the issue.
  labels,
  changes: optional(
    z.looseObject({
      labels: optional(z.object({ previous: labels })),
      type: previousType,
      issue_type: previousType,
    }),
  ),
  project,
});

type Payload = z.output<typeof schema>;

/** What changes with anything else. That the type of an issue changed is told by no more than these. */
const KEPT_IN_STEP = [
  'last_edited_at',
  'last_edited_by_id',
  'updated_at',
  'updated_by_id',
  'work_item_type_id',
];

const isIncidentType = (type: unknown) =>
  String(type).toLowerCase() === 'incident';

const hasLabel = (
  told: { title: string }[] | undefined,
  options: GitlabOptions,
) => (told ?? []).some(({ title }) => isIncidentLabel(title, options));

const tellsNoChange = (changes: Payload['changes']) =>
  Object.entries(changes ?? {})
    .filter(([, change]) => change !== undefined)
    .every(([field]) => KEPT_IN_STEP.includes(field));

/**
 * Whether an event says that an issue which is no incident was one until now. An update of which nothing is told to have
 * changed is taken for a change of the type.
 */
function wasIncident(
  { object_attributes: issue, changes }: Payload,
  options: GitlabOptions,
): boolean {
  const label = changes?.labels;
  const types = [changes?.type, changes?.issue_type].filter(
    change => change !== undefined,
  );
  const isOfAnotherType =
    types.length > 0
      ? types.some(({ previous }) => isIncidentType(previous))
      : issue.action === 'update' && tellsNoChange(changes);
  return isOfAnotherType || hasLabel(label?.previous, options);
}

/**
 * An issue is an incident by its type, or while it carries one of the labels that say so, until it is moved to another
 * project. Of one that is not, only the event that made it so tells something: that the incident is withdrawn.
 */
export const issueReader = createPayloadReader(
  schema,
  (payload, { options }: ReaderContext) => {
    const { object_attributes: issue, project: of } = payload;
    const repo = of.path_with_namespace;
    const isIncident =
      isIncidentType(issue.type) ||
      hasLabel(issue.labels ?? payload.labels, options);
    if (!isIncident && !wasIncident(payload, options)) {
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
        withdrawn: !isIncident || issue.moved_to_id !== undefined,
        title: issue.title,
        severity: severity === 'unknown' ? undefined : severity,
        labels: (issue.labels ?? payload.labels)
          ?.map(({ title }) => title)
          .filter(label => !isIncidentLabel(label, options)),
        detectedAt: issue.created_at,
        ackAt: isAcknowledged ? issue.updated_at : undefined,
        resolutions: issue.closed_at ? [issue.closed_at] : undefined,
        reopened: issue.action === 'reopen' ? [issue.updated_at] : undefined,
      }),
    ];
  },
);

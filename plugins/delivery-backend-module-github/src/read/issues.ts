import { createPayloadReader } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { observationOf, SOURCE } from './observation';
import { count, instant, optional, repository } from './payload';
import { ReaderContext } from './ReaderContext';

const schema = z.object({
  action: z.string(),
  issue: z.object({
    number: count,
    title: optional(z.string()),
    labels: optional(z.array(z.object({ name: z.string() }))),
    created_at: instant,
    updated_at: instant,
    closed_at: optional(instant),
    html_url: optional(z.string()),
    pull_request: optional(z.looseObject({})),
  }),
  repository,
});

const SEVERITY = /^(?:sev(?:erity)?|prio(?:rity)?)[\s:/-]*\w+$|^(?:sev|p)\d$/i;

/** Labels are often put in groups: `kind/bug`, `type: incident`. */
const meaningOf = (label: string) =>
  label.toLowerCase().split(/[:/]/).at(-1)?.trim() ?? '';

/** An issue is an incident while it carries one of the labels that say so. */
export const issuesReader = createPayloadReader(
  schema,
  (
    { action, issue, repository: { full_name: repo } },
    { options }: ReaderContext,
  ) => {
    const labels = issue.labels?.map(({ name }) => name) ?? [];
    const isIncident = labels.some(
      label =>
        options.incidentLabels.includes(label.toLowerCase()) ||
        options.incidentLabels.includes(meaningOf(label)),
    );
    if (!isIncident || issue.pull_request) {
      return [];
    }
    return [
      observationOf(repo, issue.updated_at, {
        kind: 'incident',
        source: SOURCE,
        externalId: `${repo}#${issue.number}`,
        url: issue.html_url,
        title: issue.title,
        severity: labels.find(label => SEVERITY.test(label)),
        detectedAt: issue.created_at,
        resolutions: issue.closed_at ? [issue.closed_at] : undefined,
        reopened: action === 'reopened' ? [issue.updated_at] : undefined,
      }),
    ];
  },
);

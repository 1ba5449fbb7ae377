import {
  createPayloadReader,
  Observation,
} from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { GithubOptions } from '../GithubOptions';
import { isIncidentLabel } from './incidentLabels';
import { observationOf, SOURCE } from './observation';
import { count, instant, optional, repository } from './payload';
import { ReaderContext } from './ReaderContext';

const issue = z.object({
  number: count,
  title: optional(z.string()),
  labels: optional(z.array(z.object({ name: z.string() }))),
  created_at: instant,
  updated_at: instant,
  closed_at: optional(instant),
  html_url: optional(z.string()),
  pull_request: optional(z.looseObject({})),
});

/** Of an issue that moved to or from another repository, what stands there; nothing if it is not told in full. */
const elsewhere = <T extends z.ZodType>(schema: T) =>
  optional(schema).catch(undefined);

const schema = z.object({
  action: z.string(),
  issue,
  label: optional(z.object({ name: z.string() })),
  changes: optional(
    z.object({
      new_issue: elsewhere(issue),
      new_repository: elsewhere(repository),
      old_issue: elsewhere(issue),
      old_repository: elsewhere(repository),
    }),
  ),
  repository,
});

type Issue = z.output<typeof issue>;
type Place = z.output<typeof repository>;

const SEVERITY = /^(?:sev(?:erity)?|prio(?:rity)?)[\s:/-]*\w+$|^(?:sev|p)\d$/i;

const labelsOf = ({ labels = [] }: Issue) => labels.map(({ name }) => name);

const carriesLabel = (told: Issue, options: GithubOptions) =>
  labelsOf(told).some(label => isIncidentLabel(label, options));

function toIncident(
  told: Issue,
  { full_name: repo }: Place,
  more: { options: GithubOptions; withdrawn: boolean; isReopened?: boolean },
): Observation {
  const { options, withdrawn, isReopened } = more;
  return observationOf(repo, told.updated_at, {
    kind: 'incident',
    source: SOURCE,
    externalId: `${repo}#${told.number}`,
    url: told.html_url,
    withdrawn,
    title: told.title,
    severity: labelsOf(told).find(label => SEVERITY.test(label)),
    labels: labelsOf(told).filter(
      label => !SEVERITY.test(label) && !isIncidentLabel(label, options),
    ),
    detectedAt: told.created_at,
    resolutions: told.closed_at ? [told.closed_at] : undefined,
    reopened: isReopened ? [told.updated_at] : undefined,
  });
}

/** After these there is no such issue any more. */
const GONE = ['deleted', 'transferred'];

/**
 * An issue is an incident while it carries one of the labels that say so, and while there is such an issue. Of one that
 * carries none, only the event that took it off tells something: that the incident is withdrawn.
 */
export const issuesReader = createPayloadReader(
  schema,
  (payload, { options }: ReaderContext) => {
    const { action, changes, issue: told, label, repository: of } = payload;
    if (told.pull_request) {
      return [];
    }
    // A label that was deleted altogether is not named.
    const lostLabel =
      action === 'unlabeled' &&
      (label === undefined || isIncidentLabel(label.name, options));
    const isIncident = carriesLabel(told, options);
    const own =
      isIncident || lostLabel
        ? [
            toIncident(told, of, {
              options,
              withdrawn: !isIncident || GONE.includes(action),
              isReopened: action === 'reopened',
            }),
          ]
        : [];
    const moved = [
      {
        there: changes?.new_issue,
        place: changes?.new_repository,
        withdrawn: false,
      },
      {
        there: changes?.old_issue,
        place: changes?.old_repository,
        withdrawn: true,
      },
    ];
    return [
      ...own,
      ...moved.flatMap(({ there, place, withdrawn }) =>
        there && place && carriesLabel(there, options)
          ? [toIncident(there, place, { options, withdrawn })]
          : [],
      ),
    ];
  },
);

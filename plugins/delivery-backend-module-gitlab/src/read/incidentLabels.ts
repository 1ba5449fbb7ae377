import { GitlabOptions } from '../GitlabOptions';

/** Scoped labels put a label in a group: `type::incident`. */
const meaningOf = (label: string) =>
  label.toLowerCase().split('::').at(-1) ?? '';

/** Whether a label says that an issue is an incident. */
export const isIncidentLabel = (
  label: string,
  { incidentLabels }: Pick<GitlabOptions, 'incidentLabels'>,
): boolean =>
  [label.toLowerCase(), meaningOf(label)].some(name =>
    incidentLabels.includes(name),
  );

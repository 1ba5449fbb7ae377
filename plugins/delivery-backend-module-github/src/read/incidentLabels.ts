import { GithubOptions } from '../GithubOptions';

/** Labels are often put in groups: `kind/bug`, `type: incident`. */
const meaningOf = (label: string) =>
  label.toLowerCase().split(/[:/]/).at(-1)?.trim() ?? '';

/** Whether a label says that an issue is an incident. */
export const isIncidentLabel = (
  label: string,
  { incidentLabels }: Pick<GithubOptions, 'incidentLabels'>,
): boolean =>
  [label.toLowerCase(), meaningOf(label)].some(name =>
    incidentLabels.includes(name),
  );

import { RunbookOutline } from '@fairlead/backstage-plugin-runbooks-common';

/** Whether a step carries a link or a template, so that something may be run where it leads. */
export function leadsElsewhere({ links, steps }: RunbookOutline): boolean {
  const isInStep = (line: number) =>
    steps.some(step => step.line <= line && line <= step.endLine);
  return links.some(
    ({ image, line, url }) => !image && !url.startsWith('#') && isInStep(line),
  );
}

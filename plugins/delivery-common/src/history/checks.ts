import { Run } from '../records';

/** Events that set off runs which say nothing about a change on its way. */
const OTHER_EVENTS = [
  'schedule',
  'workflow_dispatch',
  'repository_dispatch',
  'release',
  'deployment',
  'deployment_status',
];

/** Whether a run was set off by a change, and not by the clock, a person or a deployment. */
export function isSetOffByChange({ event = '' }: Pick<Run, 'event'>): boolean {
  return !OTHER_EVENTS.includes(event);
}

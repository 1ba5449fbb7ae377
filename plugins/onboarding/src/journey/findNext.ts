import {
  Journey,
  JourneyMilestone,
  JourneyTask,
} from '@fairlead/backstage-plugin-onboarding-common';

/** The task to go on with, and the milestone that it is of; neither where nothing is theirs to do. */
export function findNext({ milestones, next }: Journey): {
  task?: JourneyTask;
  milestone?: JourneyMilestone;
} {
  for (const milestone of milestones) {
    const task = milestone.tasks.find(({ id }) => id === next);
    if (task) {
      return { task, milestone };
    }
  }
  return {};
}

import { anchors } from '@fairlead/backstage-plugin-onboarding-common';

/** Where the portal shows onboarding. */
const PAGE = '/onboarding';

/** Where notifications lead: to the one thing that they are about. */
export const noticeLinks = {
  /** All that is there for whoever opens it. */
  page: () => PAGE,
  /** A task on the page of its journey, for those who see the journey. */
  journeyTask: (journeyId: string, taskId: string) =>
    `${PAGE}/journeys/${journeyId}#${anchors.task(journeyId, taskId)}`,
  /** A task that somebody else's journey has for the reader. */
  taskForOther: (journeyId: string, taskId: string) =>
    `${PAGE}#${anchors.task(journeyId, taskId)}`,
  /** A call for help of somebody whose journey the reader does not see. */
  help: (requestId: string) => `${PAGE}#${anchors.help(requestId)}`,
  /** The question whether the reader goes along. */
  buddy: (journeyId: string) => `${PAGE}#${anchors.buddy(journeyId)}`,
};

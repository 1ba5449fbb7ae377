/**
 * What of a page of the portal an address means after its `#`: notifications lead there, and the pages know themselves by
 * it.
 *
 * @public
 */
export const anchors = {
  /** A task of a journey: on the page of the journey, and where the tasks for others stand. */
  task: (journeyId: string, taskId: string) =>
    `task-${journeyId}-${encodeURIComponent(taskId)}`,
  /** A call for help, where whoever answers it finds it. */
  help: (requestId: string) => `help-${requestId}`,
  /** The question whether one goes along as the buddy. */
  buddy: (journeyId: string) => `buddy-${journeyId}`,
};

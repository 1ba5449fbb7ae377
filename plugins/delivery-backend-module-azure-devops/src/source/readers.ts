import { PayloadReader } from '@fairlead/backstage-plugin-delivery-node';
import { releaseReader, stageReader } from '../read/deployment';
import {
  pullRequestCommentReader,
  pullRequestReader,
} from '../read/pullRequest';
import { pushReader } from '../read/push';
import { buildReader, runReader } from '../read/run';

/** The readers by the type of event. */
export const READERS: ReadonlyMap<string, PayloadReader> = new Map([
  ['build.complete', buildReader],
  ['git.pullrequest.created', pullRequestReader],
  ['git.pullrequest.merged', pullRequestReader],
  ['git.pullrequest.updated', pullRequestReader],
  ['git.push', pushReader],
  ['ms.vss-code.git-pullrequest-comment-event', pullRequestCommentReader],
  ['ms.vss-pipelines.run-state-changed-event', runReader],
  ['ms.vss-pipelines.stage-state-changed-event', stageReader],
  ['ms.vss-release.deployment-completed-event', releaseReader],
  ['ms.vss-release.deployment-started-event', releaseReader],
]);

const OF_NO_INTEREST =
  /^(workitem\.|git\.repo\.|tfvc\.|message\.|ms\.vss-release\.|ms\.vss-pipelines\.|ms\.vss-pipelinechecks-events\.|ms\.advancedsecurity)/;

/** Whether an event is known and nothing is read of it. */
export const isOfNoInterest = (type: string) => OF_NO_INTEREST.test(type);

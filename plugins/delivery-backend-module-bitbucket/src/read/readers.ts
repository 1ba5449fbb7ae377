import { commitStatusReader } from './commitStatus';
import { deploymentReader } from './deployment';
import { pipelineReader } from './pipeline';
import { pullRequestCommitsReader, pullRequestReader } from './pullRequest';
import { pushReader } from './push';

/** The readers by the field that holds what an event is about; some events are ours, for what only a pull tells. */
export const READERS = {
  commit_status: commitStatusReader,
  deployment: deploymentReader,
  pipeline: pipelineReader,
  pullrequest: pullRequestReader,
  pullrequest_commits: pullRequestCommitsReader,
  push: pushReader,
};

/** A type of which something is read. */
export type ReadType = keyof typeof READERS;

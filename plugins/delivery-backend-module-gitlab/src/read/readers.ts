import { deploymentComparisonReader, deploymentReader } from './deployment';
import { issueReader } from './issue';
import { buildReader } from './job';
import { mergeRequestCommitsReader, mergeRequestReader } from './mergeRequest';
import { noteReader } from './note';
import { pipelineReader } from './pipeline';
import { pushReader } from './push';
import { releaseReader } from './release';

/** The readers by type: GitLab's kind of object, or ours for what only a pull tells. */
export const READERS = {
  build: buildReader,
  deployment: deploymentReader,
  deployment_comparison: deploymentComparisonReader,
  incident: issueReader,
  issue: issueReader,
  merge_request: mergeRequestReader,
  merge_request_commits: mergeRequestCommitsReader,
  note: noteReader,
  pipeline: pipelineReader,
  push: pushReader,
  release: releaseReader,
  work_item: issueReader,
};

/** A type of which something is read. */
export type ReadType = keyof typeof READERS;

import { checkRunReader, checkSuiteReader } from './checks';
import { deploymentReader } from './deployment';
import { deploymentComparisonReader } from './deploymentComparison';
import { deploymentProtectionRuleReader } from './deploymentProtectionRule';
import { deploymentReviewReader } from './deploymentReview';
import { deploymentStatusReader } from './deploymentStatus';
import { issuesReader } from './issues';
import { mergeGroupReader } from './mergeGroup';
import { pullRequestReader } from './pullRequest';
import { pullRequestCommitsReader } from './pullRequestCommits';
import { pullRequestReviewReader } from './pullRequestReview';
import { pushReader } from './push';
import { releaseReader } from './release';
import { workflowJobReader } from './workflowJob';
import { workflowRunReader } from './workflowRun';

/** The readers by type: GitHub's name of the event, or ours for what only a pull tells. */
export const READERS = {
  check_run: checkRunReader,
  check_suite: checkSuiteReader,
  deployment: deploymentReader,
  deployment_comparison: deploymentComparisonReader,
  deployment_protection_rule: deploymentProtectionRuleReader,
  deployment_review: deploymentReviewReader,
  deployment_status: deploymentStatusReader,
  issues: issuesReader,
  merge_group: mergeGroupReader,
  pull_request: pullRequestReader,
  pull_request_commits: pullRequestCommitsReader,
  pull_request_review: pullRequestReviewReader,
  push: pushReader,
  release: releaseReader,
  workflow_job: workflowJobReader,
  workflow_run: workflowRunReader,
};

/** A type of which something is read. */
export type ReadType = keyof typeof READERS;

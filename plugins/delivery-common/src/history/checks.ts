import { Change, Run } from '../records';

/**
 * Words for what sets off a run that says nothing about a change on its way, although it may run on the same
 * commit. A word that is not known is taken for a change, and so is the absence of any.
 */
const OTHER_CAUSES = new Set([
  // A timer.
  'schedule',
  'scheduled',
  'timer',
  'security_orchestration_policy',
  'pipeline_execution_policy_schedule',
  // A person who pressed a button or wrote a comment.
  'workflow_dispatch',
  'manual',
  'web',
  'webide',
  'chat',
  'duo_workflow',
  'issue_comment',
  'issues',
  'label',
  'milestone',
  'discussion',
  'discussion_comment',
  'pull_request_comment',
  'pull_request_review',
  'pull_request_review_comment',
  // A program, or the outcome of another run.
  'api',
  'trigger',
  'pipeline',
  'repository_dispatch',
  'workflow_run',
  'check_run',
  'check_suite',
  'status',
  'container_registry_push',
  'registry_package',
  // Events after the change.
  'tag',
  'tag_push',
  'release',
  'deployment',
  'deployment_status',
  'deployment_protection_rule',
  'page_build',
]);

/** Scans that GitLab runs when somebody asks for one. */
const ON_DEMAND = /^ondemand_/;

const QUEUE_WORDS = ['merge_group', 'merge_train', 'merge_queue'];

/** The branches that GitHub and GitLab make for changes that wait in line. */
const QUEUE_BRANCH = /^(gh-readonly-queue\/|refs\/merge-requests\/\d+\/train$)/;

const wordOf = ({ event = '' }: Pick<Run, 'event'>) =>
  event.toLowerCase().replace(/-/g, '_');

/** Whether a run was set off by a change, and not by the clock, a person, a program or what comes after a change. */
export function isSetOffByChange(run: Pick<Run, 'event'>): boolean {
  const word = wordOf(run);
  return !OTHER_CAUSES.has(word) && !ON_DEMAND.test(word);
}

/** Whether a run was set off by a merge queue or merge train: it is a part of the time in there. */
export function isOfQueue(run: Pick<Run, 'event' | 'branch'>): boolean {
  return (
    QUEUE_WORDS.includes(wordOf(run)) || QUEUE_BRANCH.test(run.branch ?? '')
  );
}

/** When this attempt was begun, where that is told. */
export function begunAt(
  run: Pick<Run, 'attempt' | 'createdAt' | 'startedAt'>,
): string | undefined {
  return run.attempt === 1 ? run.createdAt ?? run.startedAt : run.startedAt;
}

/** Whether something was begun before a change was merged; it was as long as nothing tells otherwise. */
export function isBeforeMerge(
  begun: string | undefined,
  { mergedAt }: Pick<Change, 'mergedAt'>,
): boolean {
  return begun === undefined || mergedAt === undefined || begun < mergedAt;
}

/**
 * Whether a run can be a check of a change. The same commit is built again for other reasons: on the default branch and
 * on tags, by the clock or a person, in a queue, and as a part of a run that answers for it.
 */
export function isCheck(run: Run): boolean {
  return (
    isSetOffByChange(run) &&
    !isOfQueue(run) &&
    !run.onDefaultBranch &&
    !run.onTag &&
    run.parentRunId === undefined
  );
}

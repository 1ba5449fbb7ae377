/** Why a record did not enter a measure, each in a sentence. @public */
export const EXCLUSION_REASONS = {
  'seed-deployment':
    'It came with the first deployment seen, so when it was delivered is not known.',
  'merge-commit': 'It only joins two branches.',
  'part-of-another-change': 'The commit belongs to a merged change.',
  'dependency-bot': 'It was made by a dependency bot.',
  automation: 'It was made by an automation.',
  'other-origin': 'It was made by others than those who were asked for.',
  'mixed-origins': 'It brought changes of several origins.',
  'no-origin': 'It is not known whose changes it brought.',
  'cherry-pick': 'The same patch was delivered before.',
  'not-merged': 'It was not merged.',
  'not-delivered': 'No successful production deployment contains it yet.',
  'history-gap':
    'It was merged long before a deployment that followed on a pause in the records.',
  'no-start': 'The time from which it is counted is not known.',
  negative: 'It would end before it starts.',
  redeploy: 'The same commit was in production already.',
  rollback: 'It went back to an earlier release.',
  promotion:
    'It brought a version that was in production already to a further environment.',
  immature: 'It is too young to be judged.',
  'before-first-deployment':
    'The incident was detected before the first deployment seen.',
  'no-deployment-before':
    'No deployment lies within the attribution window before the incident.',
  rejected: 'A person rejected the link.',
  cancelled: 'It was called off.',
  skipped: 'It did not run.',
  'not-finished': 'It is not finished.',
  'not-started': 'It has not started on a machine.',
  'unknown-outcome': 'How it ended is not known.',
  'unknown-environment':
    'What its environment is for is not known: name the environment in the configuration or give it a tier.',
  'not-production': 'Its environment is not production.',
  'unknown-trigger': 'How it was set off is not known.',
  'first-attempt-not-seen':
    'It was tried again, and its first attempt was not seen: what was lost is not known.',
  'attempts-not-told':
    'Its source goes on with the same run when jobs are tried again: what was lost is not known.',
} as const;

/** A key of {@link EXCLUSION_REASONS}. @public */
export type ExclusionReason = keyof typeof EXCLUSION_REASONS;

/** Why a measure has no value, each with what would bring it; of one measure the later ones know of more. @public */
export const INSUFFICIENT_REASONS = {
  'no-deployments':
    'No deployment was seen. Have a source send deployments, or send them as CDEvents.',
  'no-production-environment':
    'Deployments were seen, but none to an environment known to be production. Name the production environments in the configuration.',
  'only-first-deployment':
    'No other version was deployed to production since the first one seen, which is the boundary from which is counted.',
  'no-changes':
    'No merged change was seen. Send pull or merge requests, or pushes.',
  'none-delivered':
    'No merged change is known to have reached production, but for those that came with the first deployment seen.',
  'none-counted':
    'Changes reached production, but all of them were left out: open those to see why.',
  'none-of-origin':
    'What is known was made by others than those who are counted: open what was left out, or ask for another origin.',
  'not-by-origin':
    'It counts neither changes nor what brings them, so it is not told by origin.',
  'no-judged-deployments':
    'No deployment that brings a change to production is old enough to be judged.',
  'no-failed-deployments': 'No deployment is known to have failed.',
  'still-open':
    'Too many are still open to say more than that it takes longer than the finished ones.',
  'no-triggers':
    'No source says how deployments are set off. Send runs and approvals too.',
  'no-runs': 'No run was seen. Send workflow runs or pipelines.',
  'no-finished-runs': 'Runs were seen, but none that is finished.',
  'no-answered-runs':
    'Runs were seen, but none of which it is known when it started and that it ended in success, failure or a timeout.',
  'no-checks':
    'Runs were seen, but none that checks a commit of a pull or merge request before its merge. Send requests as well as runs; where required checks are configured, name those that run.',
  'no-answered-checks':
    'Checks of pull or merge requests were seen, but none that ended with an answer after a known start.',
  'no-attempts':
    'Runs were seen, but nobody says what was tried again: their source does not tell single attempts, or the first was not seen.',
  'no-runs-of-default-branch':
    'Runs were seen, but no finished one of the default branch.',
  'never-red': 'No workflow of the default branch turned red.',
  'no-jobs': 'No job was seen. Send workflow jobs or pipeline jobs.',
  'no-job-times':
    'Jobs were seen, but none of which both creation and start are known.',
  'no-tests': 'No test result was seen. Send JUnit reports from CI.',
  'no-failures': 'Nothing failed and was tried again.',
  'none-in-window': 'There is nothing in the chosen window.',
  'before-first-record': 'The window ends before the first record.',
} as const;

/** A key of {@link INSUFFICIENT_REASONS}. @public */
export type InsufficientReason = keyof typeof INSUFFICIENT_REASONS;

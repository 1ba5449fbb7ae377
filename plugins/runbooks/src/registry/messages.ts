/** The list of all runbooks. */
export const registryMessages = {
  list: 'Runbooks',
  failing_one:
    '{{failing, number}} of {{count, number}} runbook would fail you tonight',
  failing_other:
    '{{failing, number}} of {{count, number}} runbooks would fail you tonight',
  noneFailing_one:
    '{{count, number}} runbook, and nothing wrong is known of it',
  noneFailing_other:
    '{{count, number}} runbooks, and nothing wrong is known of any',
  counted_one: '{{count, number}} runbook',
  counted_other: '{{count, number}} runbooks',
  troubles: 'What is wrong',
  trouble: {
    resolves_one: '{{count, number}} leads nowhere',
    resolves_other: '{{count, number}} lead nowhere',
    complete_one: '{{count, number}} is incomplete',
    complete_other: '{{count, number}} are incomplete',
    actionable_one: '{{count, number}} names nothing to run',
    actionable_other: '{{count, number}} name nothing to run',
    fresh_one: '{{count, number}} has expired',
    fresh_other: '{{count, number}} have expired',
    drift_one: '{{count, number}} saw deployments since it was verified',
    drift_other: '{{count, number}} saw deployments since they were verified',
    hidden_one: '{{count, number}} is hidden by a login',
    hidden_other: '{{count, number}} are hidden by a login',
  },
  definition: {
    open: 'What would fail means',
    title: 'Would fail tonight',
    text: 'A runbook would fail you when its address leads nowhere, a section is missing or empty, it names no command, query or dashboard, or nobody verified or used it for longer than its tier allows. Deployments since then are shown, and by themselves make no runbook fail. What is not known counts as neither.',
  },
  filter: {
    text: 'Words',
    alert: 'Alert',
    tier: 'Tier',
    condition: 'Health',
  },
  condition: {
    resolves: {
      ok: 'Reachable',
      bad: 'Leads nowhere',
      unknown: 'Not probed yet',
      unverifiable: 'Hidden by a login',
    },
    complete: {
      ok: 'Complete',
      bad: 'Incomplete',
      unknown: 'Completeness not known',
      unverifiable: 'Completeness cannot be verified',
    },
    actionable: {
      ok: 'Says what to run',
      bad: 'Nothing to run',
      unknown: 'Actions not known',
      unverifiable: 'Actions cannot be verified',
    },
    fresh: {
      ok: 'Verified in time',
      bad: 'Expired',
      unknown: 'Never verified',
      unverifiable: 'Verification cannot be known',
    },
    drift: {
      ok: 'Little deployed since',
      bad: 'Much deployed since',
      unknown: 'Deployments not known',
      unverifiable: 'Deployments cannot be known',
    },
  },
  column: {
    runbook: 'Runbook',
    health: 'Health',
    owner: 'Owner',
    tier: 'Tier',
    alerts: 'Alerts',
    verified: 'Last verified',
  },
  from: {
    entity: 'in the catalog',
    link: 'a link of {{serves}}',
    annotation: 'an annotation of {{serves}}',
    alert: 'named by an alert of {{serves}}',
  },
  tier: {
    critical: 'Critical',
    high: 'High',
    normal: 'Normal',
  },
  moreAlerts_one: 'and {{count, number}} more',
  moreAlerts_other: 'and {{count, number}} more',
  noAlerts: 'none named',
  never: 'never',
  emptyTitle: 'No runbook is known yet',
  empty:
    'Write one beside the code as a Runbook entity, or give an entity of the catalog a link of the type runbook. Those that alerts name show here by themselves once they fire.',
  emptyAction: 'See alerts without a runbook',
} as const;

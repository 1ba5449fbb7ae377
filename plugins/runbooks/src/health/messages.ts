/** The words for the health of a runbook, the same on all screens. */
export const healthMessages = {
  label: 'Health',
  holds: 'Would hold tonight',
  notKnown_one: '{{count, number}} part not known',
  notKnown_other: '{{count, number}} parts not known',
  part: {
    resolves: 'Reachable',
    complete: 'Complete',
    actionable: 'Actionable',
    fresh: 'Fresh',
    drift: 'Drift',
  },
  question: {
    resolves: 'Does its address lead to it?',
    complete: 'Are all sections there, and is something in each?',
    actionable: 'Does it name a command, a query or a dashboard?',
    fresh: 'Has somebody verified or used it lately?',
    drift: 'How much was deployed since then?',
  },
  word: {
    resolves: {
      ok: 'Reachable',
      bad: 'Not reachable',
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
      ok: 'Verified {{age}} ago',
      bad: 'Expired, verified {{age}} ago',
      unknown: 'Last verified {{age}} ago',
      unverifiable: 'Last verified {{age}} ago',
      never: 'Never verified',
    },
    drift: {
      none: 'Nothing deployed since',
      since_one: '{{count, number}} deployment since',
      since_other: '{{count, number}} deployments since',
      unknown: 'Deployments since not known',
    },
  },
} as const;

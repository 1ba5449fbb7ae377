/** What continuous integration costs. */
export const ciMessages = {
  title: 'CI',
  sentence:
    'Half of all pushes have their answer in {{p50}}, nine in ten in {{p90}}. The goal is {{goal}}.',
  sentenceOpen:
    'Half of all pushes have their answer in {{p50}}. The goal is {{goal}}.',
  within: 'Within the goal',
  beyond: 'Beyond the goal',
  half: 'Half',
  nineInTen: 'Nine in ten',
  goal: 'Goal: {{goal}}',
  numbers: 'The numbers of CI',
  jobs: 'The jobs that take the most time',
  job: 'Job',
  total: 'Time in all',
  runs: 'Runs',
  p50: 'Median',
  p90: '90th percentile',
  failed: 'Failed',
  flaky: 'Flaky on',
  flakyCommits_one: '{{count, number}} commit',
  flakyCommits_other: '{{count, number}} commits',
  never: 'never',
  noJobs: 'No finished job was seen in this time.',
} as const;

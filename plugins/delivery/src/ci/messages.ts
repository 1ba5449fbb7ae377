/** What continuous integration costs. */
export const ciMessages = {
  title: 'CI',
  sentence:
    'Half of all pushes have their answer in {{p50}}, nine in ten in {{p90}}. The goal is {{goal}}.',
  sentenceOpen:
    'Half of all pushes have their answer in {{p50}}. The goal is {{goal}}.',
  slowest:
    'The slowest job is {{job}}: nine of ten of its runs take up to {{p90}}.',
  slowestOfFew_one: 'The slowest job is {{job}}: {{duration}} in its one run.',
  slowestOfFew_other:
    'The slowest job is {{job}}: up to {{duration}} in {{count, number}} runs.',
  example: 'See a run that took {{duration}}',
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
  p50: 'Half within',
  p90: '9 of 10 within',
  failed: 'Failed',
  flaky: 'Flaky on',
  flakyCommits_one: '{{count, number}} commit',
  flakyCommits_other: '{{count, number}} commits',
  never: 'never',
  noJobs: 'No finished job was seen in this time.',
} as const;

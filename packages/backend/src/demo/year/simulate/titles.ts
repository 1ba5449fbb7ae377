const VERBS = ['Add', 'Fix', 'Move', 'Remove', 'Speed up', 'Simplify', 'Guard'];

const THINGS = [
  'the cut-off check',
  'retries towards the port',
  'rounding of tonnes',
  'the berth window',
  'a log line for empty legs',
  'time zones of the ETA',
  'the session cookie',
  'a migration of old plans',
  'the import of tariffs',
  'caching of charts',
  'the wording of warnings',
  'validation of container numbers',
];

export const TITLES = VERBS.flatMap(verb =>
  THINGS.map(thing => `${verb} ${thing}`),
);

export const INCIDENTS = [
  'Error rate above 5 %',
  'Queue grows faster than it is read',
  'Answers take longer than two seconds',
  'Health check fails in one region',
  'Disk almost full',
  'Third party does not answer',
];

/** The kinds that runbooks serve, and whose pages show them unless the app's configuration says otherwise. */
export const SERVED_KINDS = [
  'component',
  'system',
  'api',
  'resource',
  'domain',
];

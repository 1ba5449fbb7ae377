/** The kinds whose pages show delivery unless the app's configuration says otherwise. */
export const DELIVERED_KINDS = [
  'component',
  'system',
  'api',
  'resource',
  'domain',
];

/** The kinds, in lower case, of which deliveries can be told. */
export const MEASURED_KINDS: readonly string[] = [
  'component',
  'api',
  'resource',
  'system',
  'domain',
];

/** The kinds of which a copy is kept: those, and who owns them. */
export const KNOWN_KINDS: readonly string[] = [
  ...MEASURED_KINDS,
  'group',
  'user',
];

const { join } = require('node:path');

/**
 * Clients of clouds and caches that Backstage's backend loads in case it is configured to use one. No test does, and
 * loading them takes about 40 % of the time of a small backend test.
 */
const UNUSED = [
  '@azure/identity',
  '@azure/storage-blob',
  '@google-cloud/',
  '@keyv/memcache',
  '@keyv/redis',
  '@keyv/valkey',
  'infinispan',
  'iovalkey',
];

const STAND_IN = join(__dirname, 'unusedPackage.cjs');

/** Resolves modules as Jest does, but for the packages that no test uses. */
module.exports = function resolve(request, options) {
  return UNUSED.some(name => request.startsWith(name))
    ? STAND_IN
    : options.defaultResolver(request, options);
};

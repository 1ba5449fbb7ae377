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
const NOT_IN_BROWSER = join(__dirname, 'notInBrowser.cjs');

/**
 * Resolves modules as Jest does, but for the packages that no test uses, and without the style sheets of JSS: for each query
 * by role jsdom matches every rule of them against every element, which takes half of the time of a test of a screen.
 */
module.exports = function resolve(request, options) {
  if (request === 'is-in-browser') {
    return NOT_IN_BROWSER;
  }
  return UNUSED.some(name => request.startsWith(name))
    ? STAND_IN
    : options.defaultResolver(request, options);
};

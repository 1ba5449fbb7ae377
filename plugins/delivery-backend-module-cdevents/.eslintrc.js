module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // The specification's own events are not everywhere: without them their tests are skipped, and say so.
    'jest/expect-expect': 'off',
    'jest/no-disabled-tests': 'off',
  },
});

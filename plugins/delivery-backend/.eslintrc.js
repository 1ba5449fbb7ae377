module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // What supertest expects of a response is an assertion too.
    'jest/expect-expect': 'off',
  },
});

import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { decideSender, SendingPrincipal } from './decideSender';

const { ALLOW, CONDITIONAL, DENY } = AuthorizeResult;

const mira: SendingPrincipal = {
  type: 'user',
  subjects: ['user:default/mira', 'group:default/crew'],
};
const ci: SendingPrincipal = { type: 'token', subject: 'external:ci' };
const plugin: SendingPrincipal = { type: 'plugin' };

const OTHERS = [{ subject: 'external:scanner', sources: ['scanner'] }];
const LISTED = [
  ...OTHERS,
  { subject: 'external:ci', sources: ['ci', 'coverage'] },
  { subject: 'group:default/crew', sources: ['manual'] },
  { subject: 'user:default/mira', sources: ['drills'] },
];

describe('decideSender', () => {
  it.each([
    ['a token without a list', ci, ALLOW, undefined, 'all'],
    ['a token beside a list', ci, ALLOW, OTHERS, 'none'],
    ['a token beside an empty list', ci, ALLOW, [], 'none'],
    ['a listed token', ci, ALLOW, LISTED, ['ci', 'coverage']],
    ['a listed token without permission', ci, DENY, LISTED, 'none'],
    ['a plugin beside a list', plugin, ALLOW, OTHERS, 'all'],
    ['a user whom all is allowed', mira, ALLOW, undefined, 'none'],
    ['a user with named sources', mira, CONDITIONAL, undefined, 'all'],
    ['a user with named sources, beside a list', mira, CONDITIONAL, [], 'all'],
    ['a listed user', mira, ALLOW, LISTED, ['manual', 'drills']],
    [
      'a listed user, named too',
      mira,
      CONDITIONAL,
      LISTED,
      ['manual', 'drills'],
    ],
    ['a listed user without permission', mira, DENY, LISTED, 'none'],
  ] as const)('of %s', (_, principal, result, senders, expected) => {
    expect(decideSender({ principal, result, senders })).toEqual(
      typeof expected === 'string' ? expected : new Set(expected),
    );
  });
});

import { JsonValue } from '@backstage/types';
import fc from 'fast-check';
import { maskPersons } from './maskPersons';

const masked = (payload: JsonValue) => maskPersons(payload).payload;

describe('maskPersons', () => {
  it.each<[string, JsonValue, JsonValue]>([
    [
      'objects in fields of persons',
      { sender: { login: 'ann', id: 7, site_admin: false, type: 'User' } },
      { sender: { login: '***', id: '***', site_admin: false, type: 'User' } },
    ],
    [
      'plain fields of persons',
      {
        user_name: 'Ann Lee',
        userEmail: 'ann@x.org',
        author: 'ann',
        ref: 'main',
      },
      { user_name: '***', userEmail: '***', author: '***', ref: 'main' },
    ],
    [
      'lists of persons',
      {
        requested_reviewers: [{ login: 'ann' }],
        assignees: ['bea'],
        labels: ['x'],
      },
      {
        requested_reviewers: [{ login: '***' }],
        assignees: ['***'],
        labels: ['x'],
      },
    ],
    [
      'who did something',
      { merged_by: { login: 'ann' }, closedBy: 'bea', created_by_id: 3 },
      { merged_by: { login: '***' }, closedBy: '***', created_by_id: 3 },
    ],
    [
      'what looks like a person under any name',
      { x: { email: 'ann@x.org', name: 'Ann', of: { name: 'shop' } } },
      { x: { email: '***', name: '***', of: { name: 'shop' } } },
    ],
    [
      'commits, but not what they are and when',
      {
        commits: [
          {
            id: 'abc',
            timestamp: '2026-03-01T10:00:00Z',
            author: {
              name: 'Ann Lee',
              email: 'ann@x.org',
              date: '2026-03-01T10:00:00+01:00',
            },
            message:
              'Mend it\n\nSigned-off-by: Ann Lee <ann@x.org>\nCo-authored-by: Bea <b@x.org>',
          },
        ],
      },
      {
        commits: [
          {
            id: 'abc',
            timestamp: '2026-03-01T10:00:00Z',
            author: {
              name: '***',
              email: '***',
              date: '2026-03-01T10:00:00+01:00',
            },
            message: 'Mend it\n\nSigned-off-by:***\nCo-authored-by:***',
          },
        ],
      },
    ],
    [
      'addresses and mentions in any text',
      { text: 'ask ann.lee+ci@x.example.org or @ann, not @acme/shop or a@b' },
      { text: 'ask *** or ***, not @acme/shop or a@b' },
    ],
    [
      'names written elsewhere',
      {
        title: 'Merge pull request #3 from AnnLee/fix, says Ann Lee.',
        head: { label: 'annlee:fix', user: { login: 'annlee' } },
        pusher: { name: 'Ann Lee' },
        branch: 'annleeway',
      },
      {
        title: 'Merge pull request #3 from ***/fix, says ***.',
        head: { label: '***:fix', user: { login: '***' } },
        pusher: { name: '***' },
        branch: 'annleeway',
      },
    ],
    [
      'keys that are addresses',
      { votes: { 'ann@x.org': 1 } },
      { votes: { '***': 1 } },
    ],
  ])('masks %s', (_, payload, expected) => {
    expect(masked(payload)).toEqual(expected);
  });

  it('leaves organisations, teams and repositories as they are', () => {
    const payload = {
      organization: { login: 'acme', avatar_url: 'https://x/acme.png' },
      repository: {
        full_name: 'acme/shop',
        owner: { login: 'acme', type: 'Organization' },
        url: 'https://github.com/acme/shop',
      },
      requested_teams: [{ name: 'crew', slug: 'crew' }],
      committer: { name: 'GitHub' },
    };
    const { payload: shown } = maskPersons(payload, { hosts: ['github'] });
    expect(shown).toEqual({
      ...payload,
      committer: { name: '***' },
    });
  });

  it('masks the same persons in a text about the payload', () => {
    const { maskText } = maskPersons({ sender: { login: 'annlee' } });
    expect(maskText("sender.login: 'annlee' is not known")).toBe(
      "sender.login: '***' is not known",
    );
  });

  it('shows no word of a person in any payload', () => {
    const secret = fc.constantFrom('zoeq', 'Zoe Qarth', 'zoe@qarth.example');
    const person = fc.oneof(
      secret,
      fc.record({ name: secret, email: secret, id: fc.nat() }),
      fc.array(fc.record({ username: secret }), { minLength: 1, maxLength: 2 }),
    );
    const role = fc.constantFrom(
      'author',
      'Committer',
      'user',
      'lastEditedBy',
      'assignees',
      'head_commit_author',
      'reviewer-list',
    );
    const { tree } = fc.letrec<{ tree: JsonValue }>(tie => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('text', 3, null, true),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('a', 'data', 'commits'), tie('tree')),
        fc.dictionary(role, person as fc.Arbitrary<JsonValue>, { minKeys: 1 }),
      ),
    }));
    fc.assert(
      fc.property(tree, payload => {
        expect(JSON.stringify(masked(payload))).not.toMatch(/zoe|qarth/i);
      }),
    );
  });

  it('ends with a payload that a backtracking expression would not end with', () => {
    const long = 'a'.repeat(1_000_000);
    const payload = {
      text: `${long}@${long}`,
      other: `${'<@'.repeat(200_000)}`,
      authors: Array.from({ length: 5_000 }, (_, n) => ({ login: `ann${n}` })),
      message: 'ann1 '.repeat(200_000),
    };
    expect(JSON.stringify(maskPersons(payload))).not.toContain('ann1 ');
  });
});

import { judgeProbe } from './judgeProbe';
import { ProbedPage, ProbeHistory, ProbeOutcome } from './types';

const URL_ASKED = 'https://wiki.example.com/ops/disk-full';

const well: ProbeHistory = { state: 'ok', failures: 0 };

const page: ProbedPage = {
  isHtml: true,
  title: 'Disk full',
  anchors: ['meaning', 'user-content-impact'],
  words: 300,
  hasPassword: false,
  isSignOnForm: false,
  isTooLong: false,
};

function judge(
  answer: Partial<ProbeOutcome & { kind: 'answer' }>,
  options: {
    url?: string;
    history?: ProbeHistory;
    identityHosts?: string[];
  } = {},
) {
  const { url = URL_ASKED, history = well, identityHosts } = options;
  return judgeProbe(
    { kind: 'answer', status: 200, url, page, ...answer },
    { url, history, identityHosts },
  );
}

describe('judgeProbe', () => {
  it.each([
    [404, 'bad'],
    [410, 'bad'],
    [400, 'bad'],
    [300, 'bad'],
    [401, 'unverifiable'],
    [403, 'unverifiable'],
    [304, 'ok'],
    [204, 'ok'],
  ])('takes the status %i for %s', (status, state) => {
    expect(judge({ status, page: undefined }).state).toBe(state);
  });

  it.each([
    ['https://login.microsoftonline.com/common'],
    ['https://acme.okta.com/app'],
    ['https://sso.example.com/start'],
    ['https://wiki.example.com/login?back=1'],
    ['https://wiki.example.com/users/sign_in'],
    ['https://wiki.example.com/oauth2/authorize'],
    ['https://wiki.example.com/auth/realms/acme'],
    ['https://door.acme.test/'],
  ])('sees nothing behind a redirect to %s', url => {
    expect(judge({ url }, { identityHosts: ['door.acme.test'] })).toMatchObject(
      {
        state: 'unverifiable',
        isReadable: false,
      },
    );
  });

  it.each([
    ['https://wiki.example.com/runbooks/login-fails'],
    ['https://wiki.example.com/sso/users-cannot-sign-in'],
    ['https://sso.example.com/runbook'],
  ])('reads a runbook about signing in at %s', url => {
    expect(judge({ url }, { url })).toMatchObject({
      state: 'ok',
      isReadable: true,
    });
  });

  it.each<[string, Partial<ProbedPage>]>([
    ['a field for a password', { hasPassword: true, words: 12 }],
    ['a title', { title: 'GitLab - Sign in', words: 12 }],
    ['a form of SAML', { isSignOnForm: true }],
    ['a page that sends on', { sendsTo: 'https://wiki.example.com/login' }],
  ])('knows a page for signing in by %s', (_, known) => {
    expect(judge({ page: { ...page, ...known } }).state).toBe('unverifiable');
  });

  it('reads a page that offers to sign in beside what it says', () => {
    expect(judge({ page: { ...page, hasPassword: true } }).state).toBe('ok');
  });

  it('looks for the section that an address names', () => {
    const at = (anchor: string, known: Partial<ProbedPage> = {}) =>
      judge({ page: { ...page, ...known } }, { url: `${URL_ASKED}#${anchor}` })
        .state;
    expect(at('Meaning')).toBe('ok');
    expect(at('impact')).toBe('ok');
    expect(at('gone')).toBe('bad');
    expect(at('gone', { words: 3 })).toBe('unverifiable');
    expect(at('/route')).toBe('ok');
    expect(at('gone', { anchors: undefined })).toBe('ok');
  });

  it('tells where a page moved for good, but for what hosts add', () => {
    expect(judge({ movedTo: `${URL_ASKED}/` }).reason).toBeUndefined();
    const movedTo = 'https://docs.example.com/disk-full';
    expect(judge({ movedTo, url: movedTo })).toMatchObject({
      state: 'ok',
      reason: expect.stringContaining(movedTo),
    });
  });

  it('counts what may be over in a minute only when it lasts', () => {
    const failed: ProbeOutcome = { kind: 'failed', reason: 'It is slow' };
    let history: ProbeHistory = well;
    const states = [1, 2, 3, 4].map(() => {
      history = judgeProbe(failed, { url: URL_ASKED, history });
      return history.state;
    });
    expect(states).toEqual(['ok', 'ok', 'bad', 'bad']);
    expect(judge({}, { history })).toMatchObject({ state: 'ok', failures: 0 });
    const busy = judge({ status: 429 }, { history: well });
    expect(busy).toMatchObject({ state: 'ok', failures: 1 });
    expect(judge({ status: 429 }, { history: busy }).failures).toBe(1);
  });

  it.each<[ProbeOutcome, string]>([
    [{ kind: 'refused', reason: 'private' }, 'unverifiable'],
    [{ kind: 'broken', reason: 'no such host' }, 'bad'],
    [{ kind: 'unknown', reason: 'nobody to ask' }, 'unknown'],
  ])('says of %j that it is %s, and why', (outcome, state) => {
    expect(
      judgeProbe(outcome, { url: URL_ASKED, history: well }),
    ).toMatchObject({ state, reason: (outcome as { reason: string }).reason });
  });

  it('does not copy what is too long', () => {
    expect(judge({ page: { ...page, isTooLong: true } })).toMatchObject({
      state: 'ok',
      isReadable: false,
    });
  });
});

import {
  DEFAULT_SEVERITIES,
  isReviewAsked,
  judgeLearning,
  rankSeverity,
  ReviewFacts,
  ReviewPolicy,
} from '.';

const policy: ReviewPolicy = {
  severities: DEFAULT_SEVERITIES,
  fromSeverity: 'high',
  workingDays: 5,
  zone: 'Europe/Berlin',
};

const at = (time: string) => Date.parse(time);

describe('rankSeverity', () => {
  it.each([
    ['SEV1', 1],
    ['sev-1', 1],
    ['Severity 1', 1],
    ['P1', 1],
    ['Priority 1', 1],
    ['1', 1],
    ['Critical', 1],
    ['P1 - Critical', 1],
    ['SEV-2: checkout', 2],
    ['high', 2],
    ['major', 2],
    ['minor', 4],
    ['SEV0', 0],
    ['purple', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('of %j is %s', (severity, rank) => {
    expect(rankSeverity(severity, DEFAULT_SEVERITIES)).toBe(rank);
  });

  it('goes by the order of an organisation', () => {
    const order = [['Red'], ['Amber', 'Yellow']];
    expect(rankSeverity('yellow', order)).toBe(1);
    expect(rankSeverity('critical', order)).toBeUndefined();
  });
});

describe('isReviewAsked', () => {
  it('from a severity up, and not where nobody knows what it means', () => {
    const asked = ['SEV0', 'P1', 'high', 'SEV3', 'purple', undefined].filter(
      severity => isReviewAsked(severity, policy),
    );
    expect(asked).toEqual(['SEV0', 'P1', 'high']);
  });
});

describe('judgeLearning', () => {
  // A Thursday, 23:30 in Berlin.
  const resolvedAt = at('2026-11-05T22:30:00Z');
  // The end of the Thursday after.
  const dueAt = '2026-11-12T22:59:59.999Z';
  const judge = (facts: Partial<ReviewFacts>, now = '2026-11-10T12:00:00Z') =>
    judgeLearning(
      { severity: 'SEV1', resolvedAt, ...facts },
      { now: at(now), policy },
    );

  it('is due after working days, at the end of the last', () => {
    expect(judge({})).toEqual({
      learning: { state: 'open', dueAt, reason: 'No review is published yet' },
      isAsked: true,
      isDue: false,
      isInTime: false,
    });
    expect(judge({}, '2026-11-12T22:59:59Z').learning.state).toBe('open');
    expect(judge({}, '2026-11-12T23:00:00Z')).toMatchObject({
      learning: { state: 'late' },
      isDue: true,
    });
  });

  it('counts days as they are where the clock changes', () => {
    const { learning } = judgeLearning(
      { severity: 'P1', resolvedAt: at('2026-10-23T10:00:00Z') },
      { now: at('2026-10-24T00:00:00Z'), policy },
    );
    expect(learning.dueAt).toBe('2026-10-30T22:59:59.999Z');
  });

  it('is closed by a published review and a change, and not by one of them', () => {
    const publishedAt = at('2026-11-09T10:00:00Z');
    const changedAt = at('2026-11-10T10:00:00Z');
    expect(judge({ publishedAt }).learning).toMatchObject({
      state: 'open',
      reason:
        'Its review is published; link what was changed, or say why nothing is to change',
    });
    expect(judge({ changedAt }).learning.state).toBe('open');
    expect(judge({ publishedAt, changedAt })).toEqual({
      learning: { state: 'closed', dueAt },
      isAsked: true,
      isDue: true,
      isInTime: true,
      closedAt: changedAt,
    });
  });

  it('counts as late for good where the review was', () => {
    const publishedAt = at('2026-11-20T10:00:00Z');
    expect(
      judge({ publishedAt, changedAt: publishedAt }, '2026-11-30T00:00:00Z'),
    ).toMatchObject({
      learning: {
        state: 'closed',
        reason: 'Its review was published after it was due',
      },
      isDue: true,
      isInTime: false,
    });
  });

  it.each([
    ['SEV4', "Its severity is 'SEV4'; a review is asked for from 'high' up"],
    [
      'purple',
      "Its severity 'purple' is not in 'runbooks.incidents.severities'; a review is asked for from 'high' up",
    ],
    [
      undefined,
      "No source tells its severity; a review is asked for from 'high' up",
    ],
  ])('is not asked for at %s', (severity, reason) => {
    expect(judge({ severity })).toEqual({
      learning: { state: 'not-asked', reason },
      isAsked: false,
      isDue: false,
      isInTime: false,
    });
    const written = judge({
      severity,
      publishedAt: resolvedAt,
      changedAt: resolvedAt,
    });
    expect(written).toMatchObject({
      learning: { state: 'closed' },
      isDue: false,
    });
  });

  it('is due at no time while the incident lasts', () => {
    expect(judge({ resolvedAt: undefined }).learning).toEqual({
      state: 'open',
      reason: 'The incident is not over yet; its review is due some days after',
    });
  });
});

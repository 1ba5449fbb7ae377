import { stringifyEntityRef } from '@backstage/catalog-model';
import { composeTrack, OnboardingTrackEntityV1alpha1, TrackMilestone } from '.';

const milestone = (
  id: string,
  due: string | undefined,
  ...tasks: TrackMilestone['tasks']
): TrackMilestone => ({ id, title: id, ...(due && { due }), tasks });

const task = (id: string, after?: string[]) => ({
  id,
  title: id,
  ...(after && { after }),
});

const track = (
  name: string,
  milestones: TrackMilestone[],
  more: Partial<OnboardingTrackEntityV1alpha1['spec']> = {},
): OnboardingTrackEntityV1alpha1 => ({
  apiVersion: 'fairlead.dev/v1alpha1',
  kind: 'OnboardingTrack',
  metadata: { name, namespace: 'sea' },
  spec: { owner: 'crew', ...more, milestones },
});

function compose(...[root, ...others]: OnboardingTrackEntityV1alpha1[]) {
  const known = new Map(
    [root, ...others].map(one => [stringifyEntityRef(one), one]),
  );
  const { plan, ...rest } = composeTrack(root, ref => known.get(ref));
  return {
    ...rest,
    plan,
    ids: plan.milestones.map(
      ({ id, tasks }) => `${id}: ${tasks.map(one => one.id).join(' ')}`,
    ),
  };
}

describe('composeTrack', () => {
  it('fills in what was left out', () => {
    const { plan } = compose(
      track(
        'a',
        [
          milestone(
            'day-one',
            '1d',
            { ...task('x'), takes: '2h', for: 'it', owner: 'user:default/Ann' },
            { ...task('y'), verifiedBy: { record: 'green-build' } },
            { ...task('z'), verifiedBy: { template: 'laptop' }, for: 'buddy' },
          ),
        ],
        { buddy: {} },
      ),
    );
    expect(plan).toMatchObject({
      title: 'a',
      purpose: 'onboarding',
      ownerRef: 'group:sea/crew',
      buddiesAtOnce: 2,
      milestones: [
        {
          due: 86_400,
          generate: [],
          tasks: [
            {
              takes: 7_200,
              for: 'group:sea/it',
              ownerRef: 'user:default/ann',
              optional: false,
              after: [],
              links: [],
              verifiedBy: { self: true },
            },
            {
              for: 'newcomer',
              ownerRef: 'group:sea/crew',
              verifiedBy: { record: 'green-build', times: 1 },
            },
            { for: 'buddy', verifiedBy: { template: 'template:sea/laptop' } },
          ],
        },
      ],
    });
  });

  it('puts included tracks first, makes one of the same milestone, and keeps the order of time', () => {
    const { ids, plan, problems } = compose(
      track(
        'a',
        [
          { ...milestone('day-one', undefined, task('own')), title: 'Here' },
          milestone('week-one', '1w', task('x', ['laptop', 'b-own'])),
          milestone('later', undefined, task('y')),
        ],
        { includes: ['b', 'c'] },
      ),
      track('b', [
        milestone('day-one', '1d', task('laptop'), task('own', ['laptop'])),
        milestone('month', '30d', task('z')),
      ]),
      track('c', [milestone('day-one', '2d', task('laptop'))], {
        includes: ['b'],
      }),
    );
    expect(problems).toEqual([]);
    expect(ids).toEqual([
      'day-one: laptop b-own c-laptop own',
      'week-one: x',
      'later: y',
      'month: z',
    ]);
    expect(plan.milestones[0]).toMatchObject({ title: 'Here', due: 172_800 });
    expect(plan.milestones[0].tasks[1].after).toEqual(['laptop']);
    expect(plan.milestones[1].tasks[0].after).toEqual(['laptop', 'b-own']);
  });

  it('names what is missing, goes round no circle and leaves out what comes after nothing', () => {
    const { ids, missing, problems } = compose(
      track('a', [milestone('m', '1d', task('x', ['nope']))], {
        includes: ['b', 'gone'],
      }),
      track('b', [milestone('m', '1d', task('y', ['x']))], { includes: ['a'] }),
    );
    expect(ids).toEqual(['m: y x']);
    expect(missing).toEqual(['onboardingtrack:sea/gone']);
    expect(problems.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      expect.stringContaining(
        'spec.includes[0]: goes round in a circle: onboardingtrack:sea/a -> onboardingtrack:sea/b -> onboardingtrack:sea/a',
      ),
      expect.stringContaining(
        "whose spec.milestones[0].tasks[0].after[0] names no task: there is no 'x'",
      ),
      expect.stringContaining(
        'spec.milestones[0].tasks[0].after[0]: names no task',
      ),
    ]);
  });

  it('takes a thousand tasks with all that it includes, and says what it leaves out', () => {
    const many = (name: string) =>
      track(name, [
        milestone(
          name,
          '1d',
          ...Array.from({ length: 300 }, (_, n) => task(`t${n}`)),
        ),
      ]);
    const { plan, problems } = compose(
      track('a', [], { includes: ['b', 'c', 'd', 'e'] }),
      ...['b', 'c', 'd', 'e'].map(many),
    );
    expect(plan.milestones.flatMap(({ tasks }) => tasks)).toHaveLength(900);
    expect(problems).toHaveLength(1);
  });
});

import { Entity } from '@backstage/catalog-model';
import { isOnboardingTrackEntity } from '@fairlead/backstage-plugin-onboarding-common';
import { errorOf, startCatalog } from '../__testUtils__/startCatalog';

const LOCATION = 'url:https://example.com/tracks.yaml';
const PATH = 'onboardingtrack/default/booking';

const track = (name: string, spec: object) =>
  ({
    apiVersion: 'fairlead.dev/v1alpha1',
    kind: 'OnboardingTrack',
    metadata: {
      name,
      annotations: {
        'backstage.io/managed-by-location': LOCATION,
        'backstage.io/managed-by-origin-location': LOCATION,
      },
    },
    spec: { owner: 'booking', ...spec },
  } as Entity);

const milestones = (after: string[]) => [
  {
    id: 'first-week',
    title: 'First week',
    due: '1w',
    tasks: [
      { id: 'build', title: 'Build it', verifiedBy: { record: 'green-build' } },
      { id: 'change', title: 'Change it', after },
    ],
  },
];

const BASE = track('everybody', { milestones: milestones(['build']) });
const GOOD = track('booking', {
  includes: ['everybody'],
  audience: { groups: { $contains: 'group:default/booking' } },
  milestones: milestones(['build']),
});

describe('onboarding tracks in the catalog', () => {
  jest.setTimeout(60_000);

  it('are served with their owner and what they include, and stay as they were when the next version is wrong', async () => {
    const catalog = await startCatalog();
    await catalog.setEntities(BASE, GOOD);
    const served = await catalog.served(PATH);
    expect(isOnboardingTrackEntity(served)).toBe(true);
    expect(served.spec).toEqual(GOOD.spec);
    expect(served.relations).toEqual(
      expect.arrayContaining([
        { type: 'ownedBy', targetRef: 'group:default/booking' },
        {
          type: 'includesTrack',
          targetRef: 'onboardingtrack:default/everybody',
        },
      ]),
    );

    await catalog.setEntities(
      BASE,
      track('booking', { milestones: milestones(['change']) }),
    );
    const kept = await catalog.served(
      PATH,
      entity => errorOf(entity) !== undefined,
    );
    expect(kept.spec).toEqual(GOOD.spec);
    expect(errorOf(kept)).toContain(
      'spec.milestones[0].tasks[1].after[0]: makes tasks wait for each other: change -> change',
    );
    await catalog.stop();
  });
});

import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  Campaign,
  CampaignDetailsResponse,
  EntityScorecardsResponse,
  Page,
  ScorecardEntityV1alpha1,
  Waiver,
} from '@fairlead/backstage-plugin-scorecards-common';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { startScorecards } from '../__testUtils__/startScorecards';
import { readDemoEntities } from '../year/__testUtils__/readDemoEntities';
import { ReplayProgress } from '../year/ReplayProgress';
import { DecisionsReplay } from './DecisionsReplay';
import { DemoDecisions, readDecisions } from './readDecisions';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const demo = resolvePackagePath('backend', 'demo');
const GUEST = 'user:default/guest';

/** The scorecards of the demo with the checks that somebody decides about: other families tell the facts of the rest. */
async function readScorecards({ answers, campaigns, waivers }: DemoDecisions) {
  const decided = new Set([
    ...[...answers, ...waivers].map(({ check }) => check),
    ...campaigns.flatMap(({ checks }) => checks),
  ]);
  const files = await readdir(join(demo, 'scorecards'));
  const scorecards = await Promise.all(
    files.map(async file => {
      const scorecard: ScorecardEntityV1alpha1 = parse(
        await readFile(join(demo, 'scorecards', file), 'utf8'),
      );
      const { name } = scorecard.metadata;
      return {
        ...scorecard,
        metadata: {
          ...scorecard.metadata,
          namespace: 'default',
          uid: `scorecard:default/${name}`,
        },
        spec: {
          ...scorecard.spec,
          checks: scorecard.spec.checks.filter(({ id }) => decided.has(id)),
        },
        relations: [{ type: 'ownedBy', targetRef: scorecard.spec.owner }],
      };
    }),
  );
  const named = [...answers, ...campaigns, ...waivers];
  return scorecards.filter(({ metadata }) =>
    named.some(({ scorecard }) => scorecard === metadata.name),
  );
}

describe.each(databases.eachSupportedId())(
  'what the demo decides (%s)',
  databaseId => {
    let backend: Awaited<ReturnType<typeof startScorecards>>;
    let decisions: DemoDecisions;

    const run = (progress: ReplayProgress) =>
      DecisionsReplay.create({
        decisions,
        logger: mockServices.logger.mock(),
        people: backend.people,
        progress,
      }).run({ now: Date.now() });

    const newProgress = async () =>
      ReplayProgress.create(
        mockServices.database({ knex: await databases.init(databaseId) }),
        'decisions',
      );

    const read = async <T>(path: string) =>
      (await backend.people.askAs(GUEST, path)) as T;

    const readAll = async () => {
      const waivers = await read<Page<Waiver>>('/waivers');
      const campaigns = await read<Page<Campaign>>('/campaigns');
      return { waivers: waivers.items, campaigns: campaigns.items };
    };

    beforeAll(async () => {
      decisions = await readDecisions(demo);
      backend = await startScorecards({
        db: await databases.init(databaseId),
        entities: [
          ...(await readDemoEntities(demo)),
          ...(await readScorecards(decisions)),
        ],
      });
    });

    afterAll(() => backend.stop());

    it('waits until scorecards are read and judged, and is told once', async () => {
      const progress = await newProgress();
      await run(progress);
      expect(await readAll()).toEqual({ waivers: [], campaigns: [] });

      await backend.evaluate();
      await run(progress);
      const told = await readAll();
      expect(told.waivers).toHaveLength(decisions.waivers.length);
      expect(told.campaigns).toHaveLength(decisions.campaigns.length);

      // One that did not remember how far it came tells the same again.
      await run(await newProgress());
      expect(await readAll()).toEqual(told);
    });

    it('leaves what somebody else has decided first', async () => {
      const waiver = decisions.waivers[0];
      const progress = await newProgress();
      const again = DecisionsReplay.create({
        decisions: {
          answers: [],
          campaigns: [],
          waivers: [{ ...waiver, by: 'anneke.van.der.waal' }],
        },
        logger: mockServices.logger.mock(),
        people: backend.people,
        progress,
      });
      await again.run({ now: Date.now() });
      expect(await progress.get()).toBe(1);
      const { waivers } = await readAll();
      expect(waivers).toHaveLength(decisions.waivers.length);
    });

    it('has a waiver in force by two persons, one that waits for the guest, and two that are over', async () => {
      const { waivers } = await readAll();
      expect(waivers.map(({ state }) => state).sort()).toEqual([
        'approved',
        'rejected',
        'requested',
        'revoked',
      ]);
      const inForce = waivers.find(({ state }) => state === 'approved')!;
      const approvers = inForce.sides.map(({ approval }) => approval?.by);
      expect(approvers).not.toContain(undefined);
      expect(new Set(approvers).size).toBe(2);

      const waiting = await read<Page<Waiver>>('/waivers?waitingFor=me');
      expect(waiting.items.map(({ state }) => state)).toEqual(['requested']);
    });

    it('has a campaign under way in which teams stand differently, and a draft of the guest', async () => {
      const { campaigns } = await readAll();
      expect(campaigns.map(({ state }) => state).sort()).toEqual([
        'active',
        'draft',
      ]);
      const { id, deadline } = campaigns.find(
        ({ state }) => state === 'active',
      )!;
      expect(Date.parse(deadline)).toBeGreaterThan(Date.now());
      const { teams } = await read<CampaignDetailsResponse>(`/campaigns/${id}`);
      const shares = teams.map(
        ({ entities }) => entities.done / entities.total,
      );
      expect(new Set(shares).size).toBeGreaterThan(3);
    });

    it('has answers of two teams that contradict each other', async () => {
      const { scorecards } = await read<EntityScorecardsResponse>(
        '/entities/component/default/harbour-portal',
      );
      const checks = scorecards.find(({ scorecardRef }) =>
        scorecardRef.endsWith('/growth-review'),
      )!.checks;
      const answersTo = (id: string) =>
        checks.find(check => check.id === id)?.answers ?? [];
      expect(answersTo('security-early').map(({ choice }) => choice)).toEqual(
        expect.arrayContaining(['yes', 'no']),
      );
      expect(answersTo('cost')).toHaveLength(1);
    });
  },
);

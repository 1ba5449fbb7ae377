import { JsonArray, JsonObject } from '@backstage/types';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import {
  answerQuestion,
  askForWaiver,
  CALLS,
  cdEvent,
  draftCampaign,
  HELP,
  Prepared,
  reportFriction,
  startUse,
  TRACK,
} from './__testUtils__/calls';
import { listTools, Tool } from './__testUtils__/listTools';
import { readCode, readDocs, readRows } from './__testUtils__/readDocs';
import { send } from './__testUtils__/send';
import { startGuardedPortal } from './__testUtils__/startGuardedPortal';

jest.setTimeout(300_000);

type Portal = Awaited<ReturnType<typeof startGuardedPortal>>;
type Callers = Record<
  string,
  (portal: Portal, pluginId: string) => Promise<string | undefined>
>;

const docs = readDocs();
const rows = readRows(docs);

/** The tokens that the page shows, each with the name of its subject as its secret. */
const externalAccess: JsonArray = readCode(docs, 'yaml')
  .flatMap(code => parse(code).backend?.auth?.externalAccess ?? [])
  .map(({ options, ...access }: { options: JsonObject }) => ({
    ...access,
    options: { ...options, token: `secret-of-${options.subject}` },
  }));

/** By the headings of the columns. */
const CALLERS: Callers = {
  nobody: async () => undefined,
  'another team': portal => portal.signIn('dana'),
  'owning team': portal => portal.signIn('olga'),
  'scorecard owner': portal => portal.signIn('quinn'),
  administrator: portal => portal.signIn('pat'),
  plugin: (portal, pluginId) => portal.pluginToken(pluginId),
  ...Object.fromEntries(
    ['any', 'both', 'sending', 'reading', 'feed', 'read-only', 'elsewhere'].map(
      name => [name, async () => `secret-of-external:${name}`],
    ),
  ),
};

/** A call without what it is of, or as whom: a route or an action. */
const routeOf = (call: string) => call.replace(/ (of|as) .*$/, '');

/** How docs/mcp.md calls what a tool does to the world. */
function doesOf(hints: Tool['annotations']): string {
  if (hints.readOnlyHint) {
    return 'reads';
  }
  if (hints.destructiveHint) {
    return 'replaces';
  }
  return hints.idempotentHint ? 'changes' : 'adds';
}

describe('docs/permissions.md', () => {
  it('shows the policy that this package has', () => {
    const policy = readFileSync(
      resolve(__dirname, 'TeamPermissionPolicy.ts'),
      'utf8',
    );
    expect(readCode(docs, 'ts')).toContain(policy);
  });

  it('has a column for each caller in each table, and a row for each call', () => {
    expect(rows.map(({ call }) => call).sort()).toEqual(
      Object.keys(CALLS).sort(),
    );
    for (const { outcomes } of rows) {
      expect(Object.keys(outcomes)).toEqual(Object.keys(CALLERS));
    }
  });

  describe('and the portal', () => {
    let portal: Portal;
    let prepared: Prepared;

    beforeAll(async () => {
      portal = await startGuardedPortal({ externalAccess });
      prepared = await prepare(portal);
    });

    it('name the same routes and actions', async () => {
      const token = await CALLERS.any(portal, '');
      const existing: string[] = [];
      for (const pluginId of [
        'scorecards',
        'delivery',
        'onboarding',
        'runbooks',
      ]) {
        const { body: document } = await send(
          portal,
          { path: `/${pluginId}/openapi.json` },
          token,
        );
        const paths = Object.entries<object>(document.paths);
        existing.push(
          ...paths.flatMap(([path, operations]) =>
            Object.keys(operations).map(
              method => `${method.toUpperCase()} /api/${pluginId}${path}`,
            ),
          ),
        );
        const { body } = await send(
          portal,
          { path: `/${pluginId}/.backstage/actions/v1/actions` },
          token,
        );
        existing.push(
          ...(body.actions ?? []).map(
            ({ id }: { id: string }) => `action ${id}`,
          ),
        );
      }
      expect(
        [...new Set(rows.map(({ call }) => routeOf(call)))].sort(),
      ).toEqual(existing.sort());
    });

    it('hand each action to agents, as docs/mcp.md tells', async () => {
      const tools = await listTools(
        portal,
        await CALLERS['owning team'](portal, ''),
      );
      const told = [
        ...readDocs('mcp.md').matchAll(/^\| `([^`]+)` +\| (\w+) /gm),
      ].map(([, tool, does]) => [tool, does]);
      expect(
        tools
          .map(({ name, annotations }) => [name, doesOf(annotations)])
          .sort(),
      ).toEqual(told.sort());
    });

    it.each(rows)('agree on $call', async ({ call, outcomes }) => {
      const seen: Record<string, string> = {};
      for (const [index, caller] of Object.keys(CALLERS).entries()) {
        const request = CALLS[call](index, prepared);
        const token = await CALLERS[caller](portal, request.path.split('/')[1]);
        const { status, body } = await send(portal, request, token);
        const isRejected = status === 202 && body.rejected?.length > 0;
        seen[caller] = isRejected ? 'rejected' : String(status);
        // Of a source, one backfill is under way at a time.
        await portal.run('delivery', 'run-backfills');
      }
      expect(seen).toEqual(outcomes);
    });
  });
});

/** Fills the portal with what the calls need: as the owning team, and as a sender. */
async function prepare(portal: Portal): Promise<Prepared> {
  await portal.run('scorecards', 'sync-catalog');
  await portal.run('scorecards', 'evaluate-definitions');
  await portal.run('scorecards', 'evaluate-due');
  await portal.run('delivery', 'sync-catalog');
  const sender = await CALLERS.any(portal, '');
  await send(
    portal,
    {
      path: '/delivery/events',
      body: [
        cdEvent('service.deployed.0.2.0', 'deployed', {
          environment: { id: 'production' },
          artifactId: 'pkg:oci/checkout@sha256%3Aabc',
        }),
        cdEvent('incident.detected.0.2.0', 'detected', {
          environment: { id: 'production' },
        }),
      ],
    },
    sender,
  );
  await portal.run('delivery', 'normalise');
  const { body: feed } = await send(portal, { path: '/delivery/feed' }, sender);
  const keyOf = (kind: string): string =>
    feed.items.find((item: { kind: string }) => item.kind === kind).key;

  const owner = await portal.signIn('olga');
  const waivers: string[] = [];
  const otherWaivers: string[] = [];
  const reports: string[] = [];
  const answers: string[] = [];
  const campaigns: string[] = [];
  const scorecardOwner = await portal.signIn('quinn');
  for (const index of Object.keys(CALLERS).keys()) {
    const callers = Object.keys(CALLERS).length;
    const waiver = askForWaiver(index + callers);
    waivers.push((await send(portal, waiver, owner)).body.id);
    const other = askForWaiver(index + 2 * callers);
    otherWaivers.push((await send(portal, other, owner)).body.id);
    const report = reportFriction({ minutes: index + 1 });
    reports.push((await send(portal, report, owner)).body.id);
    const answer = answerQuestion(index + callers);
    answers.push((await send(portal, answer, owner)).body.id);
    const against = answerQuestion(index + callers, { choice: 'no' });
    await send(portal, against, scorecardOwner);
    const campaign = await send(portal, draftCampaign, scorecardOwner);
    campaigns.push(campaign.body.id);
  }
  await portal.run('runbooks', 'sync-catalog');
  await portal.run('runbooks', 'read-operations');
  const { body: registry } = await send(
    portal,
    { path: '/runbooks/runbooks' },
    owner,
  );
  const runbook: string = registry.items[0].id;
  const uses: string[] = [];
  const followUps: string[] = [];
  for (const index of Object.keys(CALLERS).keys()) {
    const use = await send(
      portal,
      {
        path: '/runbooks/uses',
        body: startUse(runbook, `incident:test:before-${index}`),
      },
      owner,
    );
    uses.push(use.body.id);
    const followUp = await send(
      portal,
      {
        path: '/runbooks/incidents/incident:test:checkout/follow-ups',
        body: { title: `Follow-up ${index}` },
      },
      owner,
    );
    followUps.push(
      followUp.body.followUps.find(
        ({ title }: { title: string }) => title === `Follow-up ${index}`,
      ).id,
    );
  }
  await portal.run('onboarding', 'sync-catalog');
  await portal.run('onboarding', 'compose-tracks');
  const { body: journey } = await send(
    portal,
    {
      path: '/onboarding/journeys',
      body: { track: TRACK },
    },
    owner,
  );
  const administrator = await portal.signIn('pat');
  const { body: stuck } = await send(
    portal,
    { path: '/onboarding/journeys', body: { track: TRACK } },
    administrator,
  );
  const { body: asked } = await send(
    portal,
    { path: `/onboarding/journeys/${stuck.id}/tasks/build/help`, body: HELP },
    administrator,
  );
  const helpRequest: string = asked.milestones
    .flatMap(({ tasks }: { tasks: { help?: { id: string } }[] }) => tasks)
    .flatMap((task: { help?: { id: string } }) => task.help ?? [])[0].id;
  return {
    waivers,
    otherWaivers,
    answers,
    campaigns,
    reports,
    helpRequest,
    journey: journey.id,
    deployment: keyOf('deployment'),
    incident: keyOf('incident'),
    runbook,
    uses,
    followUps,
  };
}

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { component, entity } from '../../../__testUtils__/entities';
import { MINUTE, startServices } from '../../../__testUtils__/startServices';
import { TestCatalog } from '../../../__testUtils__/TestCatalog';
import { scheduleCatalogSync } from '../../../schedule/scheduleCatalogSync';
import { createCatalogFactSource } from './createCatalogFactSource';

const office = entity('Group:office', {
  spec: { type: 'department', profile: { email: 'office@example.com' } },
  relations: { parentOf: 'group:default/crew' },
});
const crew = entity('Group:crew', {
  spec: { type: 'team' },
  annotations: { 'pagerduty.com/service-id': 'P1' },
  relations: {
    childOf: 'group:default/office',
    hasMember: ['user:default/mira', 'user:default/ole'],
    ownerOf: 'component:default/ferry',
  },
});
const ghosts = entity('Group:ghosts');
const mira = entity('User:mira');
const ole = entity('User:ole');

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

async function start(entities: Entity[]) {
  const catalog = new TestCatalog([
    office,
    crew,
    ghosts,
    mira,
    ole,
    ...entities,
  ]);
  const source = createCatalogFactSource({ catalog: catalog.service });
  const services = await startServices({
    catalog,
    knex: await databases.init('SQLITE_3'),
    sources: [source],
  });
  const scheduler = mockServices.scheduler();
  await scheduleCatalogSync({
    ...services,
    config: mockServices.rootConfig(),
    scheduler,
    sources: [source],
  });
  return {
    ...services,
    sync: () => scheduler.triggerTask('sync-catalog'),
    async factsOf(ref: string) {
      const facts = await services.facts.list(ref);
      return Object.fromEntries(facts.map(({ id, value }) => [id, value]));
    },
  };
}

describe('catalog fact source', () => {
  it.each([
    [
      'a team with members',
      'group:default/crew',
      {
        ownerGiven: true,
        ownerExists: true,
        ownerIsGroup: true,
        ownerHasMembers: true,
        ownerHasDirectMembers: true,
        ownerIsLeafTeam: true,
        ownerTeamType: 'team',
        ownerHasOnCall: true,
      },
    ],
    [
      'a department whose members are in the teams below',
      'group:default/office',
      {
        ownerExists: true,
        ownerHasMembers: true,
        ownerHasDirectMembers: false,
        ownerIsLeafTeam: false,
        ownerTeamType: 'department',
        ownerHasOnCall: false,
      },
    ],
    [
      'a team without members',
      'group:default/ghosts',
      { ownerExists: true, ownerIsGroup: true, ownerHasMembers: false },
    ],
    [
      'a person',
      'user:default/mira',
      { ownerExists: true, ownerIsGroup: false, ownerHasMembers: false },
    ],
    [
      'a team that does not exist',
      'group:default/gone',
      {
        ownerGiven: true,
        ownerExists: false,
        ownerIsGroup: false,
        ownerIsLeafTeam: false,
        ownerTeamType: undefined,
      },
    ],
    [
      'nobody',
      '',
      { ownerGiven: false, ownerExists: false, ownerHasMembers: false },
    ],
  ])('sees an entity owned by %s', async (_, owner, expected) => {
    const { factsOf, sync } = await start([component('ferry', owner)]);
    await sync();
    const facts = await factsOf('component:default/ferry');
    for (const [name, value] of Object.entries(expected)) {
      expect([name, facts[`ownership.${name}`]]).toEqual([name, value]);
    }
  });

  it('sees how an API describes itself and where it stands', async () => {
    const { factsOf, sync } = await start([
      entity('System:harbour'),
      {
        ...entity('API:tides', {
          description: ' Tides 🌊 ',
          annotations: { 'backstage.io/techdocs-ref': 'dir:.' },
          spec: { definition: 'openapi: 3.1.0', lifecycle: 'production' },
          relations: {
            partOf: 'system:default/harbour',
            apiProvidedBy: ['component:default/gone', 'component:default/lost'],
            dependsOn: 'component:default/gone',
          },
        }),
      },
    ]);
    await sync();
    expect(await factsOf('api:default/tides')).toMatchObject({
      'catalog.description.present': true,
      'catalog.description.length': 7,
      'catalog.docs.present': true,
      'catalog.source.present': false,
      'catalog.tags.count': 0,
      'catalog.links.count': 0,
      'catalog.system.present': true,
      'catalog.lifecycle.present': true,
      'catalog.apiDefinition.present': true,
      'catalog.api.providers': 2,
      'catalog.api.consumers': 0,
      'catalog.relations.dangling': 2,
      'catalog.entity.lastChanged': '2026-11-20T12:00:00.000Z',
      'ownership.ownerGiven': false,
    });
  });

  it('sees a team as itself, and says nothing of an owner', async () => {
    const { factsOf, sync } = await start([component()]);
    await sync();
    const facts = await factsOf('group:default/office');
    expect(facts).toMatchObject({
      'team.members.count': 0,
      'team.members.total': 2,
      'team.children.count': 1,
      'team.parent.present': false,
      'team.type.present': true,
      'team.email.present': true,
      'team.onCall.present': false,
      'team.entities.count': 0,
    });
    expect(
      Object.keys(facts).filter(id => id.startsWith('ownership.')),
    ).toEqual([]);
  });

  it('says of systems and domains what concerns them', async () => {
    const { factsOf, sync } = await start([
      entity('Domain:sea', {
        relations: { hasPart: 'system:default/harbour' },
      }),
      entity('System:harbour', { relations: { partOf: 'domain:default/sea' } }),
    ]);
    await sync();
    expect(await factsOf('system:default/harbour')).toMatchObject({
      'catalog.domain.present': true,
      'catalog.parts.count': 0,
    });
    expect(await factsOf('domain:default/sea')).toMatchObject({
      'catalog.parts.count': 1,
    });
  });

  it('sees at once what a change of a team means for all above and owned', async () => {
    const { catalog, clock, factsOf, sync } = await start([
      component('ferry', 'group:default/crew'),
      component('dock', 'group:default/office'),
    ]);
    catalog.put({
      ...office,
      relations: [
        ...(office.relations ?? []),
        { type: 'ownerOf', targetRef: 'component:default/dock' },
      ],
    });
    await sync();
    clock.now += MINUTE;
    catalog.put({
      ...crew,
      relations: crew.relations?.filter(({ type }) => type !== 'hasMember'),
    });
    await sync();
    for (const name of ['ferry', 'dock']) {
      expect(await factsOf(`component:default/${name}`)).toMatchObject({
        'ownership.ownerExists': true,
        'ownership.ownerHasMembers': false,
      });
    }
  });

  it('survives groups that are each other’s parents', async () => {
    const loop = (name: string, child: string) =>
      entity(`Group:${name}`, {
        relations: {
          parentOf: `group:default/${child}`,
          childOf: `group:default/${child}`,
        },
      });
    const { factsOf, sync } = await start([loop('a', 'b'), loop('b', 'a')]);
    await sync();
    expect(await factsOf('group:default/a')).toMatchObject({
      'team.members.total': 0,
    });
  });
});

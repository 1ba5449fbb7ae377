import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { GeneratedPart, PlannedTask, TaskLink, TrackPurpose } from '../track';
import {
  docsOf,
  linksOf,
  pageOf,
  sourceOf,
  titleOf,
  webAddress,
} from './addresses';
import { shortHash } from './hash';
import { listOfLinks } from './markdown';

/** How many things of one part have a task each; those beyond share one. */
const TASKS_OF_PART = 8;

/** How many things the list of one task names. */
const LISTED = 100;

const MINUTES = 60;

/** What of a service somebody knows best, for whoever they hand over to. @public */
export interface HandoverItem {
  /** Full ref. */
  entityRef: string;
  title: string;
  /** How many changes of theirs were merged, and nobody else's. */
  changes: number;
  /** How many incidents they resolved, and nobody else did. */
  incidents: number;
}

/** What tasks are made from. @public */
export interface TeamCatalog {
  purpose: TrackPurpose;
  /** The full ref of the team; whom to ask, too. */
  teamRef: string;
  /** Who is on the journey, and so need not be met. */
  userRef?: string;
  /** The entities that the team owns. */
  entities: readonly Entity[];
  /** The users of the team. */
  members: readonly Entity[];
  /** Of a handover: what only they know, and how that shows. */
  handover?: readonly HandoverItem[];
}

/** Something that a task is about. */
interface Thing {
  /** Stable: what the id of the task is made from. */
  key: string;
  title: string;
  url?: string;
  links: TaskLink[];
  docs?: string;
  description?: string;
}

/** How the tasks of a part read. */
interface Wording {
  id: string;
  takes: number;
  title(thing: Thing): string;
  /** Of the task for all those that have none of their own. */
  rest: string;
}

/**
 * The tasks that the catalog adds to a milestone: what the team of whoever is on the journey has. The same catalog gives
 * the same tasks, in whatever order its entities come, and a task keeps its id while what it is about is there.
 *
 * @public
 */
export function generateTasks(
  parts: readonly GeneratedPart[],
  team: TeamCatalog,
): PlannedTask[] {
  if (team.purpose === 'handover') {
    return parts.includes('services') ? handOver(team) : [];
  }
  const entities = [...team.entities].sort(byTitle);
  const tasks: Record<GeneratedPart, () => PlannedTask[]> = {
    services: () =>
      toTasks(readServices(entities), team, {
        id: 'services',
        takes: 30 * MINUTES,
        title: ({ title }) => `Get to know ${title}`,
        rest: 'Look at what else the team owns',
      }),
    runbooks: () =>
      toTasks(readRunbooks(entities), team, {
        id: 'runbooks',
        takes: 15 * MINUTES,
        title: ({ title }) => `Read the runbook: ${title}`,
        rest: 'Look at the other runbooks',
      }),
    decisions: () =>
      toTasks(readDecisions(entities), team, {
        id: 'decisions',
        takes: 30 * MINUTES,
        title: ({ title }) => `Read what was decided: ${title}`,
        rest: 'Look at the other decisions',
      }),
    dashboards: () =>
      toTasks(readDashboards(entities), team, {
        id: 'dashboards',
        takes: 10 * MINUTES,
        title: ({ title }) => `Open the dashboard: ${title}`,
        rest: 'Look at the other dashboards',
      }),
    people: () => meetPeople(team),
  };
  return [...new Set(parts)].flatMap(part => tasks[part]());
}

function readServices(entities: readonly Entity[]): Thing[] {
  const services = entities.filter(
    ({ kind, spec }) =>
      isKind(kind, 'component') &&
      spec?.lifecycle !== 'deprecated' &&
      ['service', 'website'].includes(String(spec?.type)),
  );
  return services.map(entity => {
    const docs = docsOf(entity);
    const source = sourceOf(entity);
    return {
      key: stringifyEntityRef(entity),
      title: titleOf(entity),
      url: pageOf(entity),
      docs,
      description: entity.metadata.description,
      links: [
        { url: pageOf(entity), title: 'In the catalog' },
        ...(docs ? [{ url: docs, title: 'Documentation' }] : []),
        ...(source ? [{ url: source, title: 'Source' }] : []),
      ],
    };
  });
}

function readRunbooks(entities: readonly Entity[]): Thing[] {
  const own = entities
    .filter(({ kind }) => isKind(kind, 'runbook'))
    .map(entity => ({
      key: stringifyEntityRef(entity),
      title: titleOf(entity),
      url: pageOf(entity),
      links: [{ url: pageOf(entity), title: 'In the catalog' }],
      description: entity.metadata.description,
    }));
  return [...own, ...readLinks(entities, ['runbook'])];
}

function readDecisions(entities: readonly Entity[]): Thing[] {
  const records = entities.flatMap((entity): Thing[] => {
    const location = entity.metadata.annotations?.['backstage.io/adr-location'];
    const url =
      location && webAddress(location, sourceOf(entity)?.replace(/\/?$/, '/'));
    return url
      ? [
          {
            key: url,
            title: titleOf(entity),
            url,
            links: [{ url, title: 'Decisions' }],
          },
        ]
      : [];
  });
  return uniqueThings([
    ...records,
    ...readLinks(entities, ['adr', 'decision', 'decisions']),
  ]);
}

function readDashboards(entities: readonly Entity[]): Thing[] {
  const annotated = entities.flatMap((entity): Thing[] => {
    const annotations = entity.metadata.annotations ?? {};
    const overview = webAddress(annotations['grafana/overview-dashboard']);
    // A selector has no address of its own: the page of the entity shows what it selects.
    const url =
      overview ??
      (annotations['grafana/dashboard-selector'] ||
      annotations['grafana/tag-selector']
        ? pageOf(entity)
        : undefined);
    return url
      ? [
          {
            key: url,
            title: titleOf(entity),
            url,
            links: [{ url, title: 'Dashboard' }],
          },
        ]
      : [];
  });
  return uniqueThings([...annotated, ...readLinks(entities, ['dashboard'])]);
}

/** What links of these types lead to, with the name of what they belong to. */
function readLinks(
  entities: readonly Entity[],
  types: readonly string[],
): Thing[] {
  return uniqueThings(
    entities
      .filter(({ kind }) => !isKind(kind, 'user'))
      .flatMap(entity =>
        linksOf(entity, types).map(link => ({
          key: link.url,
          title: link.title
            ? `${link.title} (${titleOf(entity)})`
            : titleOf(entity),
          url: link.url,
          links: [link],
        })),
      ),
  );
}

/** Several entities may name the same page. */
function uniqueThings(things: readonly Thing[]): Thing[] {
  const unique = new Map<string, Thing>();
  for (const thing of things) {
    if (!unique.has(thing.key)) {
      unique.set(thing.key, thing);
    }
  }
  return [...unique.values()];
}

function meetPeople({ members, teamRef, userRef }: TeamCatalog): PlannedTask[] {
  const others = members
    .filter(member => stringifyEntityRef(member) !== userRef)
    .sort(byTitle);
  return others.length === 0
    ? []
    : [
        createTask(
          {
            key: teamRef,
            title: '',
            links: [{ url: pageOf(teamRef), title: 'The team' }],
            description: listOfLinks(
              others.slice(0, LISTED).map(member => ({
                title: titleOf(member),
                url: pageOf(member),
                note: member.metadata.description,
              })),
            ),
          },
          teamRef,
          {
            id: 'people',
            takes: 60 * MINUTES,
            title: () => 'Meet the people of your team',
          },
        ),
      ];
}

/** One task for each thing that only they know, those first on which they did most. */
function handOver({ handover = [], teamRef }: TeamCatalog): PlannedTask[] {
  const weight = ({ changes, incidents }: HandoverItem) => changes + incidents;
  const things = [...handover]
    .sort((a, b) => weight(b) - weight(a) || compare(a.entityRef, b.entityRef))
    .map(item => ({
      key: item.entityRef,
      title: item.title,
      url: pageOf(item.entityRef),
      links: [{ url: pageOf(item.entityRef), title: 'In the catalog' }],
      description: describeHandover(item),
    }));
  return toTasks(
    things,
    { teamRef },
    {
      id: 'handover',
      takes: 120 * MINUTES,
      title: ({ title }) => `Hand over ${title}`,
      rest: 'Hand over the rest',
    },
  );
}

function describeHandover({ changes, incidents }: HandoverItem): string {
  const done = [
    ...(changes > 0 ? [count(changes, 'change was', 'changes were')] : []),
    ...(incidents > 0
      ? [count(incidents, 'incident was', 'incidents were')]
      : []),
  ];
  const reason =
    done.length > 0
      ? `Lately ${done.join(' and ')} yours, and nobody else's. `
      : '';
  return `${reason}Show somebody of the team how it is built, run and mended, and let them do it once.`;
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

function toTasks(
  things: readonly Thing[],
  { teamRef }: { teamRef: string },
  wording: Wording,
): PlannedTask[] {
  const own = things.slice(0, TASKS_OF_PART);
  const rest = things.slice(TASKS_OF_PART);
  return [
    ...own.map(thing => createTask(thing, teamRef, wording)),
    ...(rest.length > 0
      ? [
          {
            ...createTask(
              {
                key: '',
                title: '',
                links: [],
                description: listOfLinks(rest.slice(0, LISTED)),
              },
              teamRef,
              { ...wording, title: () => wording.rest },
            ),
            id: `${wording.id}-rest`,
            optional: true,
          },
        ]
      : []),
  ];
}

function createTask(
  thing: Thing,
  teamRef: string,
  { id, takes, title }: Pick<Wording, 'id' | 'takes' | 'title'>,
): PlannedTask {
  return {
    id: `${id}-${shortHash(thing.key)}`,
    title: title(thing),
    ...(thing.description && { description: thing.description }),
    links: thing.links,
    ...(thing.docs && { docs: thing.docs }),
    ownerRef: teamRef,
    for: 'newcomer',
    after: [],
    optional: false,
    takes,
    verifiedBy: { self: true },
  };
}

function isKind(kind: string, expected: string): boolean {
  return kind.toLocaleLowerCase('en-US') === expected;
}

function byTitle(a: Entity, b: Entity): number {
  return (
    compare(titleOf(a), titleOf(b)) ||
    compare(stringifyEntityRef(a), stringifyEntityRef(b))
  );
}

/** By code units, alike on all machines. */
function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { readNewcomers, startOf } from '../newcomers/readNewcomers';
import { parseAlertRules } from './AlertRules';
import { parseHabits } from './Habits';
import { unclaimedRepository } from './oddities';
import { Repository, RepositoryNewcomer } from './Repository';

/** As much of an entity as the year is made from. */
interface Entity {
  kind: string;
  metadata: { name: string; annotations?: Record<string, string> };
  spec?: Record<string, unknown>;
}

const SLUGS = ['github.com/project-slug', 'gitlab.com/project-slug'];

/** The teams whose people the year is about know each other by these annotations. */
const LOGINS = ['github.com/user-login', 'gitlab.com/user-login'];

async function readEntities(folder: string): Promise<Entity[]> {
  const files = (await readdir(folder, { recursive: true }))
    .filter(file => /(org|systems).*\.yaml$/.test(file))
    .sort();
  const texts = await Promise.all(
    files.map(file => readFile(join(folder, file), 'utf8')),
  );
  return texts.flatMap(text =>
    parseAllDocuments(text).flatMap(document => document.toJS() ?? []),
  );
}

const annotationOf = (entity: Entity, names: readonly string[]) =>
  names.map(name => entity.metadata.annotations?.[name]).find(Boolean);

/**
 * Reads from the demo's own catalog files which repositories there are and who works on them. Who came lately came so many
 * days before `firstDay`, the day of the first start of the demo; milliseconds since the epoch.
 */
export async function readRepositories(
  folder: string,
  options: { firstDay: number },
): Promise<Repository[]> {
  const entities = await readEntities(folder);
  const habitsOf = parseHabits(
    await readFile(join(folder, 'habits.yaml'), 'utf8'),
  );
  const alertRulesOf = parseAlertRules(
    await readFile(join(folder, 'alerts.yaml'), 'utf8'),
  );
  const starts = await readStarts(folder, options);
  const newcomers = new Map<string, RepositoryNewcomer>();
  const people = new Map<string, string[]>();
  for (const user of entities.filter(({ kind }) => kind === 'User')) {
    const login = annotationOf(user, LOGINS);
    const start = starts.get(user.metadata.name);
    if (login && start) {
      newcomers.set(login, start);
    }
    for (const team of (user.spec?.memberOf as string[]) ?? []) {
      people.set(team, [
        ...(people.get(team) ?? []),
        ...(login ? [login] : []),
      ]);
    }
  }
  const claimed = entities
    .filter(({ kind }) => kind === 'Component')
    .flatMap(({ metadata, spec }) => {
      const slug = annotationOf({ kind: 'Component', metadata }, SLUGS);
      const team = String(spec?.owner).replace(/^.*[:/]/, '');
      const crew = people.get(team) ?? [];
      return slug
        ? [
            {
              component: metadata.name,
              slug,
              serviceId: metadata.annotations?.['pagerduty.com/service-id'],
              rootlyServiceId: metadata.annotations?.['rootly.com/service-id'],
              alertRules: alertRulesOf(metadata.name),
              people: crew.length > 1 ? crew : ['first-mate', 'second-mate'],
              newcomers,
              habits: habitsOf(metadata.name, team),
            },
          ]
        : [];
    });
  return [...claimed, unclaimedRepository({ alertRulesOf, habitsOf })];
}

/** When the work of those begins who came lately, by the names of their users. */
async function readStarts(
  folder: string,
  { firstDay }: { firstDay: number },
): Promise<Map<string, RepositoryNewcomer>> {
  const newcomers = (await readNewcomers(folder)).filter(({ isNew }) => isNew);
  return new Map(
    newcomers.map(newcomer => [
      newcomer.user,
      {
        since:
          newcomer.firstChange === undefined
            ? startOf(newcomer, firstDay)
            : Infinity,
        withAgent: newcomer.withAgent,
      },
    ]),
  );
}

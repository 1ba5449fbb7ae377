import { resolve } from 'node:path';
import {
  Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CliCommandContext } from '@backstage/cli-node';
import {
  composeTrack,
  createAudienceDocument,
  generateTasks,
  isForUser,
  isOnboardingTrackEntity,
  OnboardingTrackEntityV1alpha1,
  parseTrackYaml,
  readGroups,
  validateTrack,
} from '@fairlead/backstage-plugin-onboarding-common';
import { isolated } from '@fairlead/bidi-text';
import { cli } from 'cleye';
import { CannotRunError } from '../../files/CannotRunError';
import { printable } from '../../report/printable';
import { formatPlan } from './formatPlan';
import { assertKnown, CommandIo, processIo, runCommand } from '../io';
import { readCatalog, readFileText } from '../../files/readCatalog';

const CLEAN = 0;
const PROBLEMS = 1;

type Catalog = ReadonlyMap<string, Entity>;

/** `fairlead onboarding preview`; answers with the exit code. Nothing is asked of any server. */
export async function runPreview(
  { args, info }: CliCommandContext,
  io: CommandIo,
): Promise<number> {
  return runCommand(io, async () => {
    const { path, userRef, folder } = readArguments(args, info.usage);
    const { cwd } = io;
    const text = await readFileText(resolve(cwd, path), path);
    const { entity, problems } = parseTrackYaml(text);
    if (!entity) {
      for (const { line, column, path: at, message } of problems) {
        const where = `${path}:${line}:${column}`;
        io.writeError(
          `${printable(
            `${where}: ${[at, message].filter(Boolean).join(': ')}`,
          )}\n`,
        );
      }
      return PROBLEMS;
    }
    const catalog = await readCatalog(folder, { cwd });
    const user = catalog.get(userRef);
    if (!user) {
      throw new CannotRunError(
        isolated`There is no ${userRef} in '${folder}', name a user whose YAML is there`,
      );
    }
    const { plan, isFor, notes } = previewTrack(entity, user, catalog);
    notes.forEach(note => io.writeError(`${printable(note)}\n`));
    io.write(formatPlan(plan, { userRef, isFor }));
    return notes.length > 0 ? PROBLEMS : CLEAN;
  });
}

/** The command as the Backstage CLI loads it. */
export default async (context: CliCommandContext) => {
  process.exitCode = await runPreview(context, processIo());
};

/** The plan with what the catalog adds for the team of the user, whether it is for them, and what is not as it should be. */
function previewTrack(
  track: OnboardingTrackEntityV1alpha1,
  user: Entity,
  catalog: Catalog,
) {
  const userRef = stringifyEntityRef(user);
  const entities = [...catalog.values()];
  const groups = entities.filter(({ kind }) => kind === 'Group');
  const own = readGroups(user, groups);
  const owners = new Set([userRef, ...own.all]);
  const owned = entities
    .filter(entity => owners.has(ownerOf(entity) ?? ''))
    .map(entity => stringifyEntityRef(entity));
  const { plan, missing, problems } = composeTrack(track, ref => {
    const found = catalog.get(ref);
    return found &&
      isOnboardingTrackEntity(found) &&
      validateTrack(found).length === 0
      ? found
      : undefined;
  });
  const [teamRef] = own.direct;
  const members = entities.filter(
    one =>
      one.kind === 'User' && readGroups(one, groups).direct.includes(teamRef),
  );
  const milestones = plan.milestones.map(milestone => ({
    ...milestone,
    tasks: [
      ...milestone.tasks,
      ...(teamRef === undefined
        ? []
        : generateTasks(milestone.generate, {
            purpose: plan.purpose,
            teamRef,
            userRef,
            entities: entities.filter(one => ownerOf(one) === teamRef),
            members,
          })),
    ],
  }));
  return {
    plan: { ...plan, milestones },
    isFor: isForUser(
      track.spec.audience,
      createAudienceDocument(user, own.all, owned),
    ),
    notes: [
      ...problems.map(({ path, message }) => `${path}: ${message}`),
      ...missing.map(
        ref =>
          isolated`spec.includes: there is no good track '${ref}' in the catalog`,
      ),
    ],
  };
}

/** Who owns an entity, by its relations or by what its file says. */
function ownerOf(entity: Entity): string | undefined {
  const related = entity.relations?.find(
    ({ type }) => type === RELATION_OWNED_BY,
  );
  const written = entity.spec?.owner;
  if (related || typeof written !== 'string') {
    return related?.targetRef;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(written, {
        defaultKind: 'group',
        defaultNamespace: entity.metadata.namespace,
      }),
    );
  } catch {
    return undefined;
  }
}

function readArguments(args: string[], name: string) {
  const { _, flags, unknownFlags } = cli(
    {
      name,
      parameters: ['[track]'],
      help: {
        description:
          'Prints an onboarding track as a user would see it who has not begun. Users, groups and all else are read from the YAML of a folder. Exits with 0 when all is well, 1 when the track has problems, 2 when it could not run.',
        examples: [
          `${name} tracks/engineers.yaml --as user:default/ann --catalog catalog`,
        ],
      },
      flags: {
        as: {
          type: String,
          placeholder: '<user:…>',
          description: 'The ref of the user',
        },
        catalog: {
          type: String,
          placeholder: '<folder>',
          description: 'The folder with the YAML of users, groups and the rest',
        },
      },
    },
    undefined,
    args,
  );
  assertKnown(unknownFlags, name);
  const { as: user, catalog: folder } = flags;
  const path = _.track;
  if (path === undefined || user === undefined || folder === undefined) {
    throw new CannotRunError(
      `Name the track, the user and the catalog: ${name} <track.yaml> --as user:default/ann --catalog <folder>`,
    );
  }
  return { path, folder, userRef: readUser(user) };
}

function readUser(user: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(user, { defaultKind: 'user' }));
  } catch {
    throw new CannotRunError(
      isolated`--as takes the ref of a user such as user:default/ann, not '${user}'`,
    );
  }
}

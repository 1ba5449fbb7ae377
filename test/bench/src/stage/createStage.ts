import { rm } from 'node:fs/promises';
import { startDatabase, Database, DatabaseEngine } from '../servers/database';
import { createTempFolder } from '../servers/createTempFolder';
import { createOrganisation } from '../growth/organisation';
import { createNewcomers } from '../onboarding/newcomers';
import { createRunbooks } from '../runbooks/operations';
import { Server } from '../servers/startServer';
import { ENTITIES } from '../workload';
import { Portal, startPortal } from './startPortal';
import { startTechInsights } from './startTechInsights';

/** The backends that are measured over HTTP. Each starts when it is first asked for, and then serves all benches. */
export interface Stage {
  engine: DatabaseEngine;
  /** Where the backends keep their data. */
  database(): Promise<Database>;
  portal(): Promise<Portal>;
  /** The portal with permissions on and a conditional policy. */
  guardedPortal(): Promise<Portal>;
  /** The portal with so many components in teams of fifty below one group, and permissions on. */
  growingPortal(components: number): Promise<Portal>;
  /** The portal with a runbook for each component, and ten thousand alerts. */
  runbooksPortal(): Promise<Portal>;
  /** The portal with two thousand newcomers. */
  onboardingPortal(): Promise<Portal>;
  techInsights(): Promise<Server>;
  stop(): Promise<void>;
}

/** A stage whose backends all use the same database engine. */
export function createStage(engine: DatabaseEngine): Stage {
  const stops: (() => Promise<void>)[] = [];

  const place = once(async () => {
    const folder = await createTempFolder();
    stops.push(() => rm(folder, { recursive: true, force: true }));
    const database = await startDatabase(engine, folder);
    stops.push(() => database.stop());
    return { folder, database };
  });
  const server = <T extends Server>(
    start: (place: { folder: string; database: Database }) => Promise<T>,
  ) =>
    once(async () => {
      const started = await start(await place());
      stops.push(() => started.stop());
      return started;
    });

  const portal = server(options =>
    startPortal({
      ...options,
      name: 'portal',
      entities: ENTITIES,
      permissions: false,
    }),
  );
  return {
    engine,
    database: async () => (await place()).database,
    portal,
    guardedPortal: server(options =>
      startPortal({
        ...options,
        name: 'guarded',
        entities: ENTITIES,
        permissions: true,
      }),
    ),
    growingPortal: components =>
      server(options =>
        startPortal({
          ...options,
          ...createOrganisation(components),
          name: `growing${components}`,
          permissions: true,
        }),
      )(),
    runbooksPortal: server(options =>
      startPortal({
        ...options,
        name: 'runbooks',
        entities: ENTITIES,
        permissions: false,
        others: createRunbooks(ENTITIES),
      }),
    ),
    onboardingPortal: server(options =>
      startPortal({
        ...options,
        name: 'onboarding',
        entities: ENTITIES,
        permissions: false,
        others: createNewcomers(),
      }),
    ),
    techInsights: server(async options =>
      startTechInsights({
        ...options,
        entities: ENTITIES,
        authUrl: (await portal()).url,
      }),
    ),
    async stop() {
      for (const stop of stops.reverse()) {
        await stop();
      }
    },
  };
}

function once<T>(start: () => Promise<T>): () => Promise<T> {
  let started: Promise<T> | undefined;
  return () => (started ??= start());
}

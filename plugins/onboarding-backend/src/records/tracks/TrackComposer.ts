import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { Clock, insertRows, isPostgres } from '@fairlead/bulk-sql';
import {
  composeTrack,
  isOnboardingTrackEntity,
  OnboardingTrackEntityV1alpha1,
  TRACK_STARTS,
  TrackPlan,
  TrackProblem,
  validateTrack,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import {
  DbEntityRow,
  DbTrackRow,
  DbTrackVersionRow,
} from '../../database/tables';
import { markTeamValuesDue } from '../../database/markDue';
import { hashPlan } from './hashPlan';
import { NEVER_COMPOSED, StoredSummary } from './StoredSummary';

/** A new track, which every run of every replica may be the first to see. */
const COLUMNS = {
  track_ref: 'text',
  version: 'integer',
  hash: 'text',
  title: 'text',
  purpose: 'text',
  owner_ref: 'text',
  starts: 'text',
  audience: 'text',
  summary: 'text',
  first_seen_at: 'bigint',
  compose_at: 'bigint',
} as const;

/** What the catalog has, by ref. */
interface TrackEntities {
  good: ReadonlyMap<string, OnboardingTrackEntityV1alpha1>;
  /** What is wrong with the others. */
  wrong: ReadonlyMap<string, TrackProblem[]>;
}

/**
 * Keeps the tracks as the catalog has them, each put together with what it includes. A plan that differs from the newest
 * one is a new version; the versions before stay for the journeys that are on them.
 *
 * @remarks
 *
 * A run locks what is due before it reads the entities, so that a change meanwhile makes it due once more. It may run on
 * any replica, on two at once, and die at any point.
 */
export class TrackComposer {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #logger: LoggerService;

  static create(options: {
    clock?: Clock;
    db: Knex;
    logger: LoggerService;
  }): TrackComposer {
    return new TrackComposer(options);
  }

  private constructor(options: {
    clock?: Clock;
    db: Knex;
    logger: LoggerService;
  }) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#logger = options.logger;
  }

  /** Puts together what changed; answers how many tracks that were. */
  async run(): Promise<number> {
    await this.#noteMissing();
    return this.#db.transaction(async tx => {
      await addNew(tx, this.#clock());
      const due = await lockDue(tx, this.#clock());
      if (due.length === 0) {
        return 0;
      }
      const entities = await readEntities(tx);
      for (const row of due) {
        await this.#compose(tx, row, entities);
      }
      return due.length;
    });
  }

  /** Tracks that the catalog has no more. What is on them goes on. */
  async #noteMissing(): Promise<void> {
    const now = this.#clock();
    await this.#db.transaction(async tx => {
      const gone = await tx<DbTrackRow>('tracks')
        .whereNull('gone_at')
        .whereNotExists(entity =>
          entity
            .select('e.entity_ref')
            .from('entities as e')
            .whereRaw('e.entity_ref = tracks.track_ref'),
        )
        .update({ gone_at: now, compose_at: null });
      if (gone > 0) {
        await markTeamValuesDue(tx, { now });
      }
    });
  }

  async #compose(
    tx: Knex.Transaction,
    row: DbTrackRow,
    { good, wrong }: TrackEntities,
  ): Promise<void> {
    const update = (columns: Partial<DbTrackRow>) =>
      tx<DbTrackRow>('tracks')
        .where('track_ref', row.track_ref)
        .update({ ...columns, compose_at: null });
    const entity = good.get(row.track_ref);
    if (!entity) {
      // A track that is wrong keeps its last version. One that the catalog has no more is noted by `#noteMissing`.
      const problems = wrong.get(row.track_ref);
      this.#tell(row.track_ref, problems ?? []);
      await update(problems ? { gone_at: null } : {});
      return;
    }
    const now = this.#clock();
    const { plan, missing, problems } = composeTrack(entity, ref =>
      good.get(ref),
    );
    this.#tell(row.track_ref, problems);
    if (
      row.version > NEVER_COMPOSED &&
      missing.some(included => wrong.has(included))
    ) {
      // A track that it includes is wrong. It keeps its last version, so that nobody on it loses the tasks of that track.
      await update({ gone_at: null });
      return;
    }
    const hash = hashPlan(plan);
    const isChanged = hash !== row.hash;
    const version = isChanged ? row.version + 1 : row.version;
    if (isChanged) {
      await tx<DbTrackVersionRow>('track_versions').insert({
        track_ref: row.track_ref,
        version,
        plan: JSON.stringify(plan),
        at: now,
      });
    }
    const shown = describe(entity, plan, missing);
    await update({
      ...shown,
      version,
      hash,
      gone_at: null,
      ...(row.gone_at !== null && { first_seen_at: now }),
    });
    if (
      row.version === NEVER_COMPOSED ||
      row.gone_at !== null ||
      row.audience !== shown.audience
    ) {
      await markTeamValuesDue(tx, { now });
    }
    // Those whom the track is for are looked for again, to begin their journeys.
    await tx<DbEntityRow>('entities')
      .where('entity_ref', row.track_ref)
      .update({ start_at: now });
  }

  #tell(trackRef: string, problems: readonly TrackProblem[]) {
    const [first] = problems;
    if (first) {
      this.#logger.warn(
        `The track ${trackRef}: ${first.path}: ${first.message}`,
      );
    }
  }
}

/** Rows for the tracks that have none, and those that are back are due. */
async function addNew(tx: Knex.Transaction, now: number): Promise<void> {
  const tracks = () =>
    tx('entities as e')
      .where('e.kind', 'onboardingtrack')
      .select('e.entity_ref');
  const known = tx('tracks as t').whereRaw('t.track_ref = e.entity_ref');
  const added: string[] = await tracks()
    .whereNotExists(known.clone().select('t.track_ref'))
    .orderBy('e.entity_ref')
    .pluck('e.entity_ref');
  await insertRows(tx, {
    table: 'tracks',
    columns: COLUMNS,
    rows: added.map(trackRef => ({
      track_ref: trackRef,
      version: NEVER_COMPOSED,
      hash: '',
      title: '',
      purpose: 'onboarding',
      owner_ref: '',
      starts: '[]',
      audience: null,
      summary: '{}',
      first_seen_at: now,
      compose_at: now,
    })),
    onConflict: { key: ['track_ref'], ignore: true },
  });
  await tx<DbTrackRow>('tracks')
    .whereNotNull('gone_at')
    .whereIn('track_ref', tracks())
    .update({ compose_at: now });
}

/** What another replica has in hand is left to it. */
async function lockDue(
  tx: Knex.Transaction,
  now: number,
): Promise<DbTrackRow[]> {
  const due = tx<DbTrackRow>('tracks')
    .where('compose_at', '<=', now)
    .orderBy('track_ref');
  if (isPostgres(tx)) {
    due.forUpdate().skipLocked();
  }
  return due;
}

async function readEntities(tx: Knex.Transaction): Promise<TrackEntities> {
  const rows = await tx<DbEntityRow>('entities')
    .where('kind', 'onboardingtrack')
    .select('entity_ref', 'entity');
  const good = new Map<string, OnboardingTrackEntityV1alpha1>();
  const wrong = new Map<string, TrackProblem[]>();
  for (const { entity_ref: ref, entity } of rows) {
    const read: Entity = JSON.parse(entity);
    if (isOnboardingTrackEntity(read)) {
      const problems = validateTrack(read);
      if (problems.length > 0) {
        wrong.set(ref, problems);
      } else {
        good.set(ref, read);
      }
    }
  }
  return { good, wrong };
}

function describe(
  { spec }: OnboardingTrackEntityV1alpha1,
  plan: TrackPlan,
  missing: string[],
): Pick<
  DbTrackRow,
  'title' | 'purpose' | 'owner_ref' | 'starts' | 'audience' | 'summary'
> {
  const tasks = plan.milestones.flatMap(milestone => milestone.tasks);
  const summary: StoredSummary = {
    ...(plan.description && { description: plan.description }),
    tasks: tasks.filter(({ optional }) => !optional).length,
    milestones: plan.milestones.length,
    missing,
  };
  return {
    title: plan.title,
    purpose: plan.purpose,
    owner_ref: plan.ownerRef,
    starts: JSON.stringify(spec.starts ?? TRACK_STARTS),
    audience: spec.audience ? JSON.stringify(spec.audience) : null,
    summary: JSON.stringify(summary),
  };
}

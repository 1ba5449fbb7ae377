import { DEFAULT_NAMESPACE } from '@backstage/catalog-model';
import {
  CheckStatus,
  LevelCounts,
  PreviewResponse,
  ScorecardEntityV1alpha1,
} from '@fairlead/backstage-plugin-scorecards-common';
import * as z from 'zod';
import { CannotRunError } from '../../files/CannotRunError';
import { Portal } from '../../portal/Portal';

const PAGE = 500;

/** More entities than this are not compared one by one; the totals hold all of them. */
const MOST_ENTITIES = 20_000;

const StandingSchema = z.object({
  level: z.string().nullable(),
  score: z.number().nullable(),
});

const PreviewSchema = z.object({
  problems: z.array(z.object({ path: z.string(), message: z.string() })),
  totals: z.object({
    before: z.record(z.string(), z.number()).nullable(),
    after: z.record(z.string(), z.number()),
  }),
  entities: z.array(
    z.object({
      entityRef: z.string(),
      before: StandingSchema.nullable(),
      after: StandingSchema.extend({
        checks: z.array(
          z.object({
            id: z.string(),
            status: z.string().transform(status => status as CheckStatus),
            reason: z.string(),
          }),
        ),
      }),
    }),
  ),
  nextCursor: z.string().optional(),
});

const EntitiesSchema = z.object({
  checkIds: z.array(z.string()),
  items: z.array(
    z.object({ entityRef: z.string(), statuses: z.array(z.string()) }),
  ),
  nextCursor: z.string().optional(),
});

/** The levels of an entity that stands elsewhere with the change than without it. */
export interface LevelChange {
  entityRef: string;
  from: string | null;
  to: string | null;
}

/** A check of an entity that comes to something else with the change. */
export interface Flip {
  checkId: string;
  entityRef: string;
  from: string;
  to: string;
  reason: string;
}

/** What a changed definition does to the catalog. */
export interface PreviewReport {
  problems: PreviewResponse['problems'];
  /** How many entities stand at each level; before is null for a scorecard that is not there yet. */
  totals: { before: LevelCounts | null; after: LevelCounts };
  lost: LevelChange[];
  gained: LevelChange[];
  flips: Flip[];
  /** Set where there are more entities than were compared one by one. */
  isPartial?: true;
}

/** Asks the portal what a definition would do, page by page. */
export async function readPreview(
  portal: Portal,
  text: string,
  scorecard: ScorecardEntityV1alpha1 | undefined,
): Promise<PreviewReport> {
  const report: PreviewReport = {
    problems: [],
    totals: { before: null, after: {} },
    lost: [],
    gained: [],
    flips: [],
  };
  const statuses = new Map<string, ReadonlyMap<string, string>>();
  let compared = 0;
  let cursor: string | undefined;
  do {
    const page = await portal.ask('/api/scorecards/preview', PreviewSchema, {
      scorecard: text,
      limit: PAGE,
      ...(cursor !== undefined && { cursor }),
    });
    if (!page) {
      throw new CannotRunError(
        'The portal has no scorecards at this address, give --portal the address of a backend with the scorecards plugin',
      );
    }
    if (compared === 0) {
      report.problems = page.problems;
      report.totals = page.totals;
      if (page.totals.before && scorecard) {
        await readStatuses(portal, scorecard, statuses);
      }
    }
    for (const entity of page.entities) {
      addLevels(report, entity, scorecard?.spec.levels ?? []);
      addFlips(report, entity, statuses.get(entity.entityRef));
    }
    compared += page.entities.length;
    cursor = page.nextCursor;
  } while (cursor !== undefined && compared < MOST_ENTITIES);
  return { ...report, ...(cursor !== undefined && { isPartial: true }) };
}

/** What the checks of the version in force come to, by entity and check. */
async function readStatuses(
  portal: Portal,
  { metadata }: ScorecardEntityV1alpha1,
  statuses: Map<string, ReadonlyMap<string, string>>,
): Promise<void> {
  const path = [metadata.namespace ?? DEFAULT_NAMESPACE, metadata.name]
    .map(encodeURIComponent)
    .join('/');
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({
      limit: String(PAGE),
      ...(cursor !== undefined && { cursor }),
    });
    const page = await portal.ask(
      `/api/scorecards/scorecards/${path}/entities?${query}`,
      EntitiesSchema,
    );
    for (const { entityRef, statuses: own } of page?.items ?? []) {
      statuses.set(
        entityRef,
        new Map(page?.checkIds.map((id, index) => [id, own[index]] as const)),
      );
    }
    cursor = page?.nextCursor;
  } while (cursor !== undefined && statuses.size < MOST_ENTITIES);
}

type PreviewedEntity = PreviewResponse['entities'][number];

function addLevels(
  { lost, gained }: PreviewReport,
  { entityRef, before, after }: PreviewedEntity,
  levels: readonly string[],
): void {
  const from = before?.level ?? null;
  const to = after.level;
  if (from === to) {
    return;
  }
  const rankOf = (level: string | null) =>
    level === null ? -1 : levels.indexOf(level);
  const isLost = to === null || rankOf(from) > rankOf(to);
  (isLost ? lost : gained).push({ entityRef, from, to });
}

function addFlips(
  { flips }: PreviewReport,
  { entityRef, after }: PreviewedEntity,
  before: ReadonlyMap<string, string> | undefined,
): void {
  for (const { id, status, reason } of after.checks) {
    const from = before?.get(id);
    if (from !== undefined && from !== status) {
      flips.push({ checkId: id, entityRef, from, to: status, reason });
    }
  }
}

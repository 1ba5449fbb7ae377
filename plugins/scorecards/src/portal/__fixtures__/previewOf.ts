import { PreviewResponse } from '@fairlead/backstage-plugin-scorecards-common';
import { Judged, totalsOf } from './evaluate';

const PAGE_SIZE = 50;

/** The answer to a preview: those that change first, page by page. */
export function previewOf(options: {
  live: readonly Judged[] | false;
  draft: readonly Judged[];
  cursor: string | undefined;
}): PreviewResponse {
  const { live, draft } = options;
  const liveRows = new Map(
    (live || []).map(({ row }) => [row.entityRef, row] as const),
  );
  const entities = draft
    .map(({ row, evaluation }) => {
      const before = liveRows.get(row.entityRef);
      return {
        entityRef: row.entityRef,
        before: before ? { level: before.level, score: before.score } : null,
        after: {
          level: row.level,
          score: row.score,
          checks: evaluation.checks.map(({ id, status, reason }) => ({
            id,
            status,
            reason,
          })),
        },
      };
    })
    .sort((a, b) => kindOf(a) - kindOf(b));
  const start = Number(options.cursor ?? 0);
  const end = start + PAGE_SIZE;
  return {
    problems: [],
    totals: {
      before: live ? totalsOf(live).levels : null,
      after: totalsOf(draft).levels,
    },
    entities: entities.slice(start, end),
    ...(end < entities.length && { nextCursor: String(end) }),
  };
}

/** Those whose level changes come first, then those whose score does. */
function kindOf({ before, after }: PreviewResponse['entities'][number]) {
  if (before?.level !== after.level) {
    return 0;
  }
  return before.score === after.score ? 2 : 1;
}

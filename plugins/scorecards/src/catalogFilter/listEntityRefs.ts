import { ScorecardsApi } from '../api';
import { readLevelOption } from './levelOption';

const PAGE = 500;

/** The refs of all entities that stand at one of the levels chosen. */
export async function listEntityRefs(
  api: ScorecardsApi,
  values: readonly string[],
): Promise<string[]> {
  const refs = new Set<string>();
  const options = values.flatMap(value => readLevelOption(value) ?? []);
  for (const { scorecardRef, level } of options) {
    let cursor: string | undefined;
    do {
      const page = await api.listScorecardEntities(scorecardRef, {
        level,
        limit: PAGE,
        cursor,
      });
      page.items.forEach(({ entityRef }) => refs.add(entityRef));
      cursor = page.nextCursor;
    } while (cursor);
  }
  return [...refs];
}

import {
  CampaignDraft,
  CampaignPreviewResponse,
  compileCampaignFilter,
} from '@fairlead/backstage-plugin-scorecards-common';
import { createPauses } from '@fairlead/background-work';
import { Knex } from 'knex';
import {
  restrictToVisibleResults,
  Visibility,
} from '../../../catalog/visibility';
import { ScorecardVersionCache } from '../../definitions/ScorecardVersionCache';
import { teamOf } from '../owners';
import { isFull, readTeamLoad } from '../teamLoad';
import { addEntities, createTargetReader, emptyStanding } from './standing';

const PAGE_SIZE = 500;

interface Row {
  entity_ref: string;
  owner_ref: string | null;
  scorecard_ref: string;
  version: number;
  statuses: string;
  entity?: string;
}

/** Whom a campaign would meet among what the caller may see, as things stand: read page by page, and nothing is kept. */
export async function previewCampaign(options: {
  db: Knex;
  draft: Pick<CampaignDraft, 'appliesTo' | 'scorecardRef' | 'target'>;
  now: number;
  signal?: AbortSignal;
  versions: ScorecardVersionCache;
  visibility: Visibility;
}): Promise<CampaignPreviewResponse> {
  const { db, draft, now, versions, visibility } = options;
  const isMet = compileCampaignFilter(draft.appliesTo);
  const pauses = createPauses();
  const standing = emptyStanding();
  const teams = new Set<string>();
  let after = '';
  let rows: Row[];
  do {
    options.signal?.throwIfAborted();
    const query = db('results as r')
      .join('entities as e', 'e.entity_ref', 'r.entity_ref')
      .where('r.scorecard_ref', draft.scorecardRef)
      .where('r.entity_ref', '>', after)
      .orderBy('r.entity_ref')
      .limit(PAGE_SIZE)
      .select<Row[]>(
        'r.entity_ref',
        'e.owner_ref',
        'r.scorecard_ref',
        'r.version',
        'r.statuses',
      );
    if (draft.appliesTo !== undefined) {
      query.select('e.entity');
    }
    restrictToVisibleResults(query, visibility);
    rows = await query;
    const statusesOf = createTargetReader(
      await versions.load(rows),
      draft.target,
    );
    for (const row of rows) {
      await pauses.ifDue();
      if (row.entity === undefined || isMet(JSON.parse(row.entity))) {
        addEntities(standing, statusesOf(row), 1);
        const team = teamOf(row.owner_ref);
        if (team !== null) {
          teams.add(team);
        }
      }
    }
    after = rows.at(-1)?.entity_ref ?? after;
  } while (rows.length === PAGE_SIZE);
  const refs = [...teams].sort();
  const load = await readTeamLoad(db, refs, { now });
  return {
    ...standing,
    teams: refs.length,
    fullTeams: refs
      .filter(ref => isFull(load, ref))
      .map(teamRef => ({
        teamRef,
        active: (load.get(teamRef) ?? []).flatMap(
          ({ id, title, scorecardRef }) =>
            visibility.scorecards === 'all' ||
            visibility.scorecards.includes(scorecardRef)
              ? { id, title }
              : [],
        ),
      })),
  };
}

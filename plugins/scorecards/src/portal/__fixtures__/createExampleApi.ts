import { NotFoundError } from '@backstage/errors';
import {
  createFactDirectory,
  parseScorecardYaml,
  RollupBy,
  RollupGroup,
  ScorecardDetailsResponse,
} from '@fairlead/backstage-plugin-scorecards-common';
import { ScorecardEntitiesQuery, ScorecardsApi } from '../../api';
import { DEFINITION } from './definition';
import { Judged, judge, totalsOf } from './evaluate';
import { FACTS, SOURCES } from './facts';
import { exampleHistory } from './history';
import { BEFORE, exampleVersions } from './versions';
import { organisation, Subject } from './organisation';
import { previewOf } from './previewOf';

const SCORECARD_REF = 'scorecard:default/production-readiness';

/** The API over an organisation in memory: the rules are judged by the real engine, only storage is left out. */
export function createExampleApi(options: {
  entities: number;
  now: number;
}): ScorecardsApi & { subjects: Subject[] } {
  const subjects = organisation(options.entities, options.now);
  const live = judge(DEFINITION, subjects, options.now);
  const scorecard: ScorecardDetailsResponse = {
    scorecardRef: SCORECARD_REF,
    title: 'Production readiness',
    description: 'What a service needs before people depend on it.',
    owner: 'group:default/platform',
    levels: DEFINITION.spec.levels,
    checks: DEFINITION.spec.checks.map(
      ({ id, title, level, weight, from }) => ({
        id,
        title,
        level,
        weight: weight ?? 1,
        from,
      }),
    ),
    totals: totalsOf(live),
    problems: [],
    version: 3,
    versionSince: '2026-10-01T09:00:00.000Z',
    definition: DEFINITION,
  };
  const find = (ref: string) => {
    if (ref !== SCORECARD_REF) {
      throw Object.assign(new NotFoundError(`There is no scorecard '${ref}'`), {
        statusCode: 404,
      });
    }
    return scorecard;
  };

  return {
    subjects,
    getEntityScorecards: async entityRef => {
      const judged = live.find(({ row }) => row.entityRef === entityRef);
      return {
        entityRef,
        evaluatedAt: new Date(options.now).toISOString(),
        scorecards: judged
          ? [
              {
                ...judged.evaluation,
                scorecardRef: SCORECARD_REF,
                title: scorecard.title,
                levels: scorecard.levels,
                changedAt: '2026-11-12T08:30:00.000Z',
                checks: judged.evaluation.checks.map((check, index) => ({
                  ...check,
                  ...scorecard.checks[index],
                  since: '2026-11-12T08:30:00.000Z',
                  why: DEFINITION.spec.checks[index].why,
                  fix: DEFINITION.spec.checks[index].fix,
                })),
              },
            ]
          : [],
      };
    },
    getEntityFacts: async entityRef => ({ entityRef, facts: [] }),
    getEntityTransitions: async () => ({ items: [], totalItems: 0 }),
    getFix: async () => ({ kind: 'none', gains: [], loses: [], prompt: '' }),
    getEntityLevels: async () => ({ items: [] }),
    getOwnerScorecards: async ownerRef => ({
      ownerRef,
      groupRefs: [],
      scorecards: [],
    }),
    listScorecards: async () => ({ items: [scorecard], totalItems: 1 }),
    getScorecard: async ref => find(ref),
    listScorecardEntities: async (ref, query = {}) => {
      find(ref);
      const matching = live.filter(judged => matches(judged, query));
      const start = Number(query.cursor ?? 0);
      const end = start + (query.limit ?? 100);
      return {
        items: matching.slice(start, end).map(({ row }) => row),
        totalItems: matching.length,
        checkIds: scorecard.checks.map(({ id }) => id),
        ...(end < matching.length && { nextCursor: String(end) }),
      };
    },
    getScorecardEntitiesCsv: async () => new Blob(['entity,level\n']),
    getRollup: async (ref, by) => {
      find(ref);
      return { scorecardRef: ref, by, items: rollup(live, by) };
    },
    getHistory: async (ref, range) => ({
      scorecardRef: ref,
      ...exampleHistory(totalsOf(live), options.now, range),
    }),
    preview: async ({ scorecard: yaml, cursor }) => {
      const { entity, problems } = parseScorecardYaml(yaml, {
        facts: createFactDirectory(FACTS),
      });
      return entity
        ? previewOf({
            live: entity.metadata.name === DEFINITION.metadata.name && live,
            draft: judge(entity, subjects, options.now),
            cursor,
          })
        : {
            problems,
            totals: { before: null, after: {} },
            entities: [],
          };
    },
    listFacts: async () => FACTS,
    listSources: async () => SOURCES,
    getHealth: async () => ({
      at: new Date(options.now).toISOString(),
      evaluation: {
        due: 0,
        oldestDueAt: null,
        leased: 0,
        leasesOver: 0,
        unfinished: [],
      },
      sources: SOURCES,
      costlyChecks: [],
      missingFacts: [],
      refused: [],
    }),
    listScorecardVersions: async () => ({
      items: exampleVersions(options.now),
      totalItems: 1,
    }),
    getScorecardVersion: async ref => ({
      scorecardRef: ref,
      ...exampleVersions(options.now)[0],
      definition: DEFINITION,
      before: BEFORE,
    }),
    listCampaigns: async () => ({ items: [], totalItems: 0 }),
    getCampaign: async () => {
      throw new NotFoundError('Campaigns need a backend');
    },
    previewCampaign: async () => {
      throw new NotFoundError('Campaigns need a backend');
    },
    draftCampaign: async () => {
      throw new NotFoundError('Campaigns need a backend');
    },
    moveCampaign: async () => {
      throw new NotFoundError('Campaigns need a backend');
    },
    listWaivers: async () => ({ items: [], totalItems: 0 }),
    getWaiver: async () => {
      throw new NotFoundError('Waivers need a backend');
    },
    requestWaiver: async () => {
      throw new NotFoundError('Waivers need a backend');
    },
    requestWaivers: async () => {
      throw new NotFoundError('Waivers need a backend');
    },
    decideWaiver: async () => {
      throw new NotFoundError('Waivers need a backend');
    },
    answerQuestion: async () => {
      throw new NotFoundError('Answers need a backend');
    },
    settleAnswers: async () => {
      throw new NotFoundError('Answers need a backend');
    },
  };
}

function matches(
  { row, subject, evaluation }: Judged,
  query: ScorecardEntitiesQuery,
): boolean {
  const { level, status, check, owner, system, domain, text } = query;
  const found = evaluation.checks.filter(({ id }) => !check || id === check);
  return (
    (!level || (row.level ?? 'none') === level) &&
    (!status || found.some(result => result.status === status)) &&
    (!owner || (subject.owner ?? 'none') === owner) &&
    (!system || (subject.system ?? 'none') === system) &&
    (!domain || (subject.domain ?? 'none') === domain) &&
    (!text || row.entityRef.includes(text.toLowerCase()))
  );
}

function rollup(live: readonly Judged[], by: RollupBy): RollupGroup[] {
  if (by === 'check') {
    return DEFINITION.spec.checks.map((check, index) => {
      const { statuses } = totalsOf([]);
      for (const { row } of live) {
        statuses[row.statuses[index]] += 1;
      }
      const notPassing = live.filter(
        ({ row }) => row.statuses[index] !== 'pass',
      );
      return {
        key: check.id,
        title: check.title,
        entities: live.length,
        levels: totalsOf(notPassing).levels,
        statuses,
      };
    });
  }
  const groups = new Map<string | null, Judged[]>();
  for (const judged of live) {
    const key = judged.subject[by];
    groups.set(key, [...(groups.get(key) ?? []), judged]);
  }
  return [...groups].map(([key, judged]) => ({ key, ...totalsOf(judged) }));
}

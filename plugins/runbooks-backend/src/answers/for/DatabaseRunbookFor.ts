import {
  FiringAlert,
  rankRunbooks,
  RunbookFor,
} from '@fairlead/backstage-plugin-runbooks-common';
import {
  assertVisibleEntity,
  restrictToVisible,
  VisibleEntities,
} from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { ForVisible, whereRunbookVisible } from '../../catalog/visibility';
import { DbAlertRow } from '../../database/tables';
import { readCandidates, readToldKey } from '../../judging/choosing';
import { describeToldUrl } from '../alertCoverage';
import { queryFiring, readFiringAlerts, readRunbooks, toLink } from '../alerts';
import { keepCommon } from './keepCommon';
import { RunbookForAnswers, RunbookForQuery } from './RunbookForAnswers';

/** As many runbooks as somebody in a hurry looks at. */
const MOST_OTHERS = 10;

/** An alert can fire under many sets of labels at once. */
const MOST_FIRING = 100;

/**
 * Looks for the runbook among those that the caller may read, so that one that is hidden is not in the way of the next best.
 */
export class DatabaseRunbookFor implements RunbookForAnswers<ForVisible> {
  readonly #db: Knex;
  readonly #portalUrl: string | undefined;

  static create(options: { db: Knex; portalUrl?: string }): DatabaseRunbookFor {
    return new DatabaseRunbookFor(options);
  }

  private constructor(options: { db: Knex; portalUrl?: string }) {
    this.#db = options.db;
    this.#portalUrl = options.portalUrl;
  }

  async find(query: RunbookForQuery, { visible }: ForVisible) {
    const db = this.#db;
    const { alert } = query;
    if (query.entity) {
      await assertVisibleEntity(db, query.entity, visible);
    }
    const known = alert ? await readKnown(db, query, visible) : undefined;
    const entityRef = query.entity ?? known?.entity_ref;
    const candidates = await readCandidates(db, {
      alerts: alert ? [alert] : [],
      entityRefs: entityRef ? [entityRef] : [],
      restrict: runbooks => whereRunbookVisible(runbooks, visible),
    });
    const ranked = rankRunbooks(
      {
        name: alert,
        toldKey: readToldKey(known?.told_url ?? null, {
          portalUrl: this.#portalUrl,
        }),
      },
      candidates.of({ alert, entityRef }),
    ).slice(0, MOST_OTHERS + 1);
    const [runbooks, firing] = await Promise.all([
      readRunbooks(
        db,
        ranked.map(({ id }) => id),
        { visible },
      ),
      alert && entityRef ? readFiring(db, { alert, entityRef }, visible) : [],
    ]);
    const [best, ...others] = ranked.flatMap(
      ({ id }) => runbooks.get(id) ?? [],
    );
    const answer: RunbookFor = {
      ...(alert && { alert }),
      ...(entityRef && { entityRef }),
      ...(best && { runbook: best }),
      others: others.map(toLink),
      labels: keepCommon(firing.map(({ labels }) => labels)),
    };
    return best
      ? answer
      : {
          ...answer,
          reason: describeNone(query, describeToldUrl(known?.told_url ?? null)),
        };
  }
}

/** The alert on the entity; without an entity on the one where it fires, or fired last. */
async function readKnown(
  db: Knex,
  { alert, entity }: RunbookForQuery,
  visible: VisibleEntities,
): Promise<DbAlertRow | undefined> {
  const query = db('alerts as a')
    .join('entities as e', 'e.entity_ref', 'a.entity_ref')
    .where('a.alert', alert)
    .orderBy([
      { column: 'a.fires_until', order: 'desc' },
      { column: 'a.last_fired_at', order: 'desc' },
      { column: 'a.entity_ref' },
    ])
    .first('a.*');
  if (entity) {
    query.where('a.entity_ref', entity);
  }
  restrictToVisible(query, visible);
  return query;
}

async function readFiring(
  db: Knex,
  { alert, entityRef }: { alert: string; entityRef: string },
  visible: VisibleEntities,
): Promise<FiringAlert[]> {
  return readFiringAlerts(
    db,
    queryFiring(db, { visible })
      .where('f.alert', alert)
      .where('f.entity_ref', entityRef),
    { limit: MOST_FIRING, visible },
  );
}

function describeNone(
  { alert, entity }: RunbookForQuery,
  toldProblem: string | undefined,
): string {
  if (toldProblem) {
    return `The runbook that the alert names is none: ${toldProblem}. Mend the annotation of the alert, or draft a runbook`;
  }
  if (alert && entity) {
    return 'There is no runbook for this alert on this entity, or none that you may see. Draft one and propose it';
  }
  return alert
    ? 'There is no runbook for this alert, or none that you may see. Name the entity too, or draft one and propose it'
    : 'There is no runbook for this entity, or none that you may see. Add a Runbook entity that serves it, or a link of the type runbook';
}

import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import { Clock, isPostgres } from '@fairlead/bulk-sql';
import {
  AddFollowUp,
  ChangeFollowUp,
  findDisorder,
  IncidentMoment,
  IncidentMoments,
  LinkChange,
  TellMoment,
  WriteReview,
} from '@fairlead/backstage-plugin-runbooks-common';
import { Knex } from 'knex';
import { DateTime } from 'luxon';
import { randomUUID } from 'node:crypto';
import { changeInTurn } from '@fairlead/database-health';
import { isoTime } from '../../database/isoTime';
import { markValuesDue } from '../../database/markDue';
import {
  DbFollowUpRow,
  DbIncidentEntityRow,
  DbIncidentRow,
  DbLinkedChangeRow,
  DbReviewRow,
  DbToldMomentRow,
} from '../../database/tables';
import { IncidentNotes } from './IncidentNotes';
import { IncidentDetails } from './readIncident';
import { readMoments } from './readMoments';

/** More than anybody follows up. */
const MAX_ITEMS = 200;

/** An incident that nobody else writes to until the transaction ends. */
interface Held {
  tx: Knex.Transaction;
  row: DbIncidentRow;
  details: IncidentDetails;
  /** When what is told was so. */
  at: number;
  now: number;
}

export interface DatabaseIncidentNotesOptions {
  clock?: Clock;
  db: Knex;
  /** In which days end that something is due on. */
  zone: string;
}

export class DatabaseIncidentNotes implements IncidentNotes {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #zone: string;

  static create(options: DatabaseIncidentNotesOptions): DatabaseIncidentNotes {
    return new DatabaseIncidentNotes(options);
  }

  private constructor(options: DatabaseIncidentNotesOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#zone = options.zone;
  }

  async tellMoment(key: string, told: TellMoment, by: string): Promise<void> {
    await this.#hold(key, undefined, held => storeMoment(held, told, by));
  }

  async writeReview(
    key: string,
    review: WriteReview,
    by: string,
  ): Promise<void> {
    await this.#hold(key, review.at, async held => {
      const { tx, row, details, at } = held;
      const before = await tx<DbReviewRow>('reviews')
        .where('incident_key', row.key)
        .first();
      if (review.url !== undefined && details.reviewUrl !== undefined) {
        throw new ConflictError(
          isolated`'${row.source}' tells the address of the review; change it there`,
        );
      }
      const after = {
        text: review.text ?? before?.text ?? null,
        url: review.url ?? before?.url ?? null,
        nothing_to_change:
          review.nothingToChange ?? before?.nothing_to_change ?? null,
      };
      assertNothingLost(before, after, review.revision);
      if (isChanged(before, after)) {
        await tx<DbReviewRow>('reviews')
          .insert({
            incident_key: row.key,
            ...after,
            nothing_told_at: readNothingTold(before, after, at),
            revision: (before?.revision ?? 0) + 1,
            changed_by: by,
            changed_at: at,
          })
          .onConflict('incident_key')
          .merge();
      }
      // Why nothing is to change is what a review comes to: saying so publishes it.
      if (review.publish || review.nothingToChange !== undefined) {
        await publish(held, after, by);
      }
    });
  }

  async linkChange(key: string, change: LinkChange, by: string): Promise<void> {
    await this.#hold(key, change.at, async ({ tx, row, at }) => {
      await assertRoom(tx, 'linked_changes', row.key);
      await tx<DbLinkedChangeRow>('linked_changes')
        .insert({
          id: randomUUID(),
          incident_key: row.key,
          kind: change.kind,
          url: change.url,
          title: change.title ?? null,
          told_by: by,
          told_at: at,
        })
        .onConflict(['incident_key', 'url'])
        .ignore();
    });
  }

  async addFollowUp(
    key: string,
    followUp: AddFollowUp,
    by: string,
  ): Promise<void> {
    await this.#hold(key, followUp.at, async ({ tx, row, at }) => {
      await assertRoom(tx, 'follow_ups', row.key);
      await tx<DbFollowUpRow>('follow_ups').insert({
        id: randomUUID(),
        incident_key: row.key,
        title: followUp.title,
        url: followUp.url ?? null,
        due_at:
          followUp.dueAt === undefined
            ? null
            : readDue(followUp.dueAt, this.#zone),
        created_at: at,
        closed_at: null,
        told_by: by,
      });
    });
  }

  async changeFollowUp(
    key: string,
    id: string,
    change: ChangeFollowUp,
  ): Promise<void> {
    await this.#hold(key, change.at, async ({ tx, row, details, at }) => {
      const before = await tx<DbFollowUpRow>('follow_ups')
        .where({ id, incident_key: row.key })
        .first();
      if (!before) {
        throw details.followUps.some(followUp => followUp.id === id)
          ? new ConflictError(
              isolated`'${row.source}' tells this follow-up; change it there`,
            )
          : new NotFoundError(
              isolated`The incident '${row.key}' has no follow-up '${id}'`,
            );
      }
      await tx<DbFollowUpRow>('follow_ups')
        .where({ id })
        .update({
          title: change.title ?? before.title,
          url: change.url ?? before.url,
          due_at:
            change.dueAt === undefined
              ? before.due_at
              : readDue(change.dueAt, this.#zone),
          closed_at:
            change.closed === undefined
              ? before.closed_at
              : closeAt(before, change.closed, at),
        });
    });
  }

  /** @param toldAt - when it was so, where that is not now */
  async #hold(
    key: string,
    toldAt: string | undefined,
    change: (held: Held) => Promise<void>,
  ): Promise<void> {
    const now = this.#clock();
    const at = toldAt === undefined ? now : Date.parse(toldAt);
    assertPast(at, now);
    await changeInTurn(this.#db, async tx => {
      const query = tx<DbIncidentRow>('incidents').where({ key }).first();
      // SQLite has one writer at a time and needs no lock.
      const row = await (isPostgres(tx) ? query.forUpdate() : query);
      if (!row) {
        throw unknownIncident(key);
      }
      await change({ tx, row, details: JSON.parse(row.details), at, now });
      const entityRefs: string[] = await tx<DbIncidentEntityRow>(
        'incident_entities',
      )
        .where('incident_key', key)
        .orderBy('entity_ref')
        .pluck('entity_ref');
      await markValuesDue(tx, { entityRefs, now });
    });
  }
}

/** The one error for an incident that does not exist and for one that the caller may not see. */
export function unknownIncident(key: string): NotFoundError {
  return new NotFoundError(
    isolated`There is no incident '${key}', or you may not see it`,
  );
}

async function storeMoment(
  { tx, row, now }: Held,
  { moment, at: told }: TellMoment,
  by: string,
): Promise<void> {
  const people = await tx<DbToldMomentRow>('told_moments').where(
    'incident_key',
    row.key,
  );
  const known = readMoments(row, people);
  if (known[moment]?.toldBy === 'source') {
    throw new ConflictError(
      isolated`'${row.source}' tells when the incident was ${moment}; correct it there`,
    );
  }
  if (moment === 'published' && !known.resolved) {
    throw new ConflictError(
      'The incident is not over yet; say when it was resolved before its review is published',
    );
  }
  const at = told === undefined ? now : Date.parse(told);
  assertFits(known, { moment, at, now });
  await tx<DbToldMomentRow>('told_moments')
    .insert({
      incident_key: row.key,
      moment,
      at,
      told_by: by,
      told_at: now,
    })
    .onConflict(['incident_key', 'moment'])
    .merge();
}

function assertFits(
  known: IncidentMoments,
  { moment, at, now }: { moment: IncidentMoment; at: number; now: number },
): void {
  assertPast(at, now);
  const disorder = findDisorder(known, { moment, at });
  if (disorder) {
    throw new InputError(
      `Body 'at': an incident cannot be ${moment} ${
        disorder.isAfter ? 'before' : 'after'
      } it was ${disorder.other}, ${isoTime(disorder.at)}`,
    );
  }
}

function assertPast(at: number, now: number): void {
  if (at > now) {
    throw new InputError(`Body 'at': lies in the future`);
  }
}

/** Publishes the review, unless it is published. */
async function publish(
  held: Held,
  review: Pick<DbReviewRow, 'text' | 'url' | 'nothing_to_change'>,
  by: string,
): Promise<void> {
  const { tx, row, details, at } = held;
  const isEmpty = Object.values(review).every(part => part === null);
  if (isEmpty && details.reviewUrl === undefined) {
    throw new InputError(
      `Body: there is no review to publish; give 'text', 'url' or 'nothingToChange'`,
    );
  }
  const isPublished =
    row.published_at !== null ||
    (await tx<DbToldMomentRow>('told_moments')
      .where({ incident_key: row.key, moment: 'published' })
      .first());
  if (!isPublished) {
    await storeMoment(held, { moment: 'published', at: isoTime(at) }, by);
  }
}

type ReviewParts = Pick<DbReviewRow, 'text' | 'url' | 'nothing_to_change'>;

function isChanged(before: DbReviewRow | undefined, after: ReviewParts) {
  return (
    (before?.text ?? null) !== after.text ||
    (before?.url ?? null) !== after.url ||
    (before?.nothing_to_change ?? null) !== after.nothing_to_change
  );
}

/** When it was said why nothing is to change; it stays so when other parts are written. */
function readNothingTold(
  before: DbReviewRow | undefined,
  after: ReviewParts,
  at: number,
): DbReviewRow['nothing_told_at'] {
  if (after.nothing_to_change === null) {
    return null;
  }
  return before?.nothing_told_at ?? at;
}

/**
 * Throws a ConflictError where somebody else wrote the review since it was read, and where what is there would be written
 * over by somebody who does not say what they read.
 */
function assertNothingLost(
  before: DbReviewRow | undefined,
  after: ReviewParts,
  revision: number | undefined,
): void {
  const present = before?.revision ?? 0;
  const isLost =
    before !== undefined &&
    (['text', 'url', 'nothing_to_change'] as const).some(
      part => before[part] !== null && before[part] !== after[part],
    );
  if (revision === undefined ? isLost : revision !== present) {
    throw new ConflictError(
      `Somebody wrote the review since you read it; read it again and send its 'revision', ${present}`,
    );
  }
}

async function assertRoom(
  tx: Knex.Transaction,
  table: 'linked_changes' | 'follow_ups',
  key: string,
): Promise<void> {
  const [{ count }] = await tx(table)
    .where('incident_key', key)
    .count({ count: '*' });
  if (Number(count) >= MAX_ITEMS) {
    throw new ConflictError(
      `An incident has at most ${MAX_ITEMS} of them; nobody follows more`,
    );
  }
}

/** What is due on a day is due until the day is over. */
function readDue(dueAt: string, zone: string): number {
  return /^\d{4}-\d\d-\d\d$/.test(dueAt)
    ? DateTime.fromISO(dueAt, { zone }).endOf('day').toMillis()
    : Date.parse(dueAt);
}

/** What is closed already keeps its time. */
function closeAt(
  before: DbFollowUpRow,
  closed: boolean,
  at: number,
): DbFollowUpRow['closed_at'] {
  return closed ? before.closed_at ?? at : null;
}

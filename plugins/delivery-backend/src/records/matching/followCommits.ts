import { DeliveryRecord } from '@fairlead/backstage-plugin-delivery-common';
import { insertRows, rowsOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { commitsOf } from './commitsOf';
import { queueRecords } from './queueRecords';

/** A record in a repository of which entities claim parts. */
export interface CommittedRecord {
  record: DeliveryRecord;
  /** Its own; undefined as long as they are not known. */
  paths?: readonly string[];
  /** The repositories. */
  subjectIds: readonly number[];
}

/** A commit that a record names. */
interface NamedCommit {
  subject_id: number;
  sha: string;
  record_key: string;
}

/**
 * Answers the paths that records without any of their own have by their commits: those of the changes that name the same
 * commit, and of what names another commit of such a change, as the push that merged it does. Records that have to
 * follow the given ones from now on are put up for being matched again.
 *
 * @remarks
 *
 * Records that hang together may be stored by two workers at once, neither of which sees what the other has not
 * committed. So a repository that is claimed in parts is worked on by one at a time, which is what its lock is for.
 */
export async function followCommits(
  tx: Knex.Transaction,
  records: readonly CommittedRecord[],
  options: { now: number },
): Promise<Map<string, readonly string[]>> {
  const rows = records.flatMap(({ record, paths, subjectIds }) =>
    subjectIds.flatMap(subjectId =>
      commitsOf(record).map(sha => ({
        subject_id: subjectId,
        sha,
        record_key: record.key,
        paths: paths ? JSON.stringify(paths) : null,
      })),
    ),
  );
  if (rows.length === 0) {
    return new Map();
  }
  const written = await insertRows(tx, {
    table: 'record_commits',
    columns: {
      subject_id: 'bigint',
      sha: 'text',
      record_key: 'text',
      paths: 'text',
    },
    rows,
    onConflict: {
      key: ['subject_id', 'sha', 'record_key'],
      where: 'record_commits.paths is distinct from excluded.paths',
    },
    returning: 'record_key',
  });
  const changed = new Set(written.map(row => row.record_key));
  await queueFollowers(tx, {
    commits: rows.filter(
      ({ record_key: key }) => changed.has(key) && key.startsWith('change:'),
    ),
    inHand: records.map(({ record }) => record.key),
    now: options.now,
  });
  return readFollowedPaths(
    tx,
    rows.filter(({ paths }) => paths === null),
  );
}

/**
 * The records, as `t`, that name a commit of a change, `c`, that names one of these commits, `r`.
 *
 * @remarks
 *
 * Every step is an index lookup by both columns. The prefix is compared in a way that no index serves: on PostgreSQL the
 * planner would start from all changes there are as long as it knows nothing of the table yet.
 */
function related(tx: Knex.Transaction, commits: readonly NamedCommit[]) {
  return tx
    .from(
      rowsOf(
        tx,
        { subject_id: 'bigint', sha: 'text', record_key: 'text' },
        commits.map(({ subject_id, sha, record_key }) => ({
          subject_id,
          sha,
          record_key,
        })),
      ),
    )
    .join('record_commits as c', {
      'c.subject_id': 'r.subject_id',
      'c.sha': 'r.sha',
    })
    .join('record_commits as m', {
      'm.subject_id': 'c.subject_id',
      'm.record_key': 'c.record_key',
    })
    .join('record_commits as t', {
      't.subject_id': 'm.subject_id',
      't.sha': 'm.sha',
    })
    .whereRaw("substr(c.record_key, 1, 7) = 'change:'");
}

async function queueFollowers(
  tx: Knex.Transaction,
  options: {
    commits: readonly NamedCommit[];
    inHand: readonly string[];
    now: number;
  },
): Promise<void> {
  const { commits, now } = options;
  if (commits.length === 0) {
    return;
  }
  const inHand = new Set(options.inHand);
  const rows: { record_key: string }[] = await related(tx, commits)
    .whereNull('t.paths')
    .distinct('t.record_key');
  await queueRecords(
    tx,
    rows.map(row => row.record_key).filter(key => !inHand.has(key)),
    { now },
  );
}

async function readFollowedPaths(
  tx: Knex.Transaction,
  commits: readonly NamedCommit[],
): Promise<Map<string, readonly string[]>> {
  const followed = new Map<string, Set<string>>();
  if (commits.length > 0) {
    const rows: { record_key: string; paths: string }[] = await related(
      tx,
      commits,
    )
      .whereNotNull('t.paths')
      .distinct('r.record_key', 't.paths');
    for (const { record_key: key, paths } of rows) {
      const all = followed.get(key) ?? new Set();
      (JSON.parse(paths) as string[]).forEach(path => all.add(path));
      followed.set(key, all);
    }
  }
  return new Map([...followed].map(([key, paths]) => [key, [...paths]]));
}

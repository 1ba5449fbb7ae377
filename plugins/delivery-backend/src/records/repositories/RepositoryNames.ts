import { normaliseRepository } from '@fairlead/backstage-plugin-delivery-common';
import { isPostgres, rowsOf, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbRenamingRow, DbRepositoryNameRow } from '../../database/tables';
import { mayBeSame } from './wholeIds';

/** A repository as a record or a person names it. */
export interface MentionedRepository {
  source: string;
  name: string;
  /** The source's own id, where it told. */
  id?: string;
}

/** Under which names repositories are kept now that are or were called by certain names. */
export class RepositoryNames {
  readonly #rows: Map<string, DbRepositoryNameRow[]>;
  readonly #naming: ReadonlySet<string>;

  /** All that is known of these names, and of no others. */
  static async read(
    db: Knex,
    mentioned: Iterable<Pick<MentionedRepository, 'source' | 'name'>>,
  ): Promise<RepositoryNames> {
    const all = [...mentioned];
    const names = new Set(all.map(({ name }) => normaliseRepository(name)));
    const query = db<DbRepositoryNameRow>('repository_names').select('*');
    whereOneOf(query, 'name', [...names]);
    const rows = names.size > 0 ? await query : [];
    return new RepositoryNames(
      rows,
      rows.length > 0 ? await readNaming(db, all) : new Set(),
    );
  }

  private constructor(
    rows: readonly DbRepositoryNameRow[],
    naming: ReadonlySet<string>,
  ) {
    this.#rows = new Map();
    this.#naming = naming;
    for (const row of rows) {
      this.#rows.set(row.name, [...(this.#rows.get(row.name) ?? []), row]);
    }
  }

  /** Every repository among them is kept under the name by which it was asked for. */
  get areAllPresent(): boolean {
    return [...this.#rows.values()].every(rows =>
      rows.every(({ name, present }) => name === present),
    );
  }

  /** Names that several repositories of one source have or had. */
  get shared(): string[] {
    return [...this.#rows].flatMap(([name, rows]) => {
      const ids = new Set(
        rows.map(row => `${row.source}\n${row.repository_id}`),
      );
      return ids.size > 1 ? [name] : [];
    });
  }

  /** What is stored of a name: of the source, or of any where the source tells no ids. */
  rowsOf({
    source,
    name,
  }: Pick<MentionedRepository, 'source' | 'name'>): DbRepositoryNameRow[] {
    const rows = this.#rows.get(normaliseRepository(name)) ?? [];
    return this.#naming.has(source)
      ? rows.filter(row => row.source === source)
      : rows;
  }

  /** What is stored of a name of one repository: where its server is not told, of the only one that it can be. */
  ownRowsOf(repository: MentionedRepository): DbRepositoryNameRow[] {
    const { id } = repository;
    const rows = this.rowsOf(repository).filter(
      row => id !== undefined && mayBeSame(row.repository_id, id),
    );
    const exact = rows.filter(row => row.repository_id === id);
    const isOne = new Set(rows.map(row => row.repository_id)).size === 1;
    const isPart = isOne && rows[0].repository_id.endsWith(`/${id}`);
    return exact.length === 0 && isPart ? rows : exact;
  }

  /**
   * The name under which a repository is kept, in lower case. One that is named without its id is the one that has the
   * name now or, where none has, the one that had it last.
   */
  presentOf(repository: MentionedRepository): string {
    const name = normaliseRepository(repository.name);
    const rows = this.rowsOf(repository);
    const [own] = this.ownRowsOf(repository);
    if (own) {
      return own.present;
    }
    if (rows.length === 0 || rows.some(({ present }) => present === name)) {
      return name;
    }
    const [last] = rows.sort(
      (a, b) =>
        Number(b.at ?? -1) - Number(a.at ?? -1) ||
        Number(b.told_at) - Number(a.told_at) ||
        (a.repository_id < b.repository_id ? -1 : 1),
    );
    return last.present;
  }
}

/** Those of the sources that tell repositories by id: a name that they give is one of theirs. */
async function readNaming(
  db: Knex,
  mentioned: readonly { source: string }[],
): Promise<Set<string>> {
  const sources = new Set(mentioned.map(({ source }) => source));
  const rows: { source: string }[] = await db
    .select('r.source')
    .from(
      rowsOf(
        db,
        { source: 'text' },
        [...sources].map(source => ({ source })),
      ),
    )
    .whereExists(
      db('repository_names as n')
        .select(db.raw('1'))
        .whereRaw('n.source = r.source'),
    );
  return new Set(rows.map(({ source }) => source));
}

/**
 * Keeps the names of repositories as they are until the transaction ends; whoever stores what is named by them does so
 * first. Those who learn new names wait, so that nothing is stored under an old one after its records were moved.
 */
export async function holdNames(tx: Knex.Transaction): Promise<void> {
  if (isPostgres(tx)) {
    await tx.raw('lock table repository_names in share mode');
  }
}

/**
 * Whether records of a repository are still stored under one of these names that is another one's as well. What is told
 * of either waits until they are moved.
 */
export async function isLeaving(
  tx: Knex.Transaction,
  names: RepositoryNames,
): Promise<boolean> {
  if (names.shared.length === 0) {
    return false;
  }
  const query = tx<DbRenamingRow>('renamings').first('name');
  whereOneOf(query, 'name', names.shared);
  return (await query) !== undefined;
}

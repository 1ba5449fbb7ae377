import { Knex } from 'knex';

/** So many of a kind are told by name. */
const NAMED = 3;

/** A row beside how many there are of its kind. */
export type Counted<TRow> = TRow & { count: number | string };

/**
 * The first few rows of each kind, each beside the count of all of that kind: what is told stays small however much
 * there is of it. Rows of one kind are the same in the columns of `by`.
 */
export async function firstOfEach<TRow>(
  db: Knex,
  rows: Knex.QueryBuilder,
  options: { by: readonly string[]; order: readonly string[] },
): Promise<Counted<TRow>[]> {
  const by = options.by.map(() => '??').join(', ');
  const order = options.order.map(() => '??').join(', ');
  const counted: Counted<TRow>[] = await db
    .from(
      db
        .from(rows.as('one'))
        .select(
          'one.*',
          db.raw(`count(*) over (partition by ${by}) as count`, options.by),
          db.raw(
            `row_number() over (partition by ${by} order by ${order}) as place`,
            [...options.by, ...options.order],
          ),
        )
        .as('counted'),
    )
    .where('place', '<=', NAMED)
    .orderBy([...options.by, 'place'])
    .select('*');
  return counted;
}

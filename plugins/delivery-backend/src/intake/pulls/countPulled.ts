import { Knex } from 'knex';

/** Adds to pulls what they brought that had not been sent. */
export async function countPulled(
  tx: Knex.Transaction,
  changes: readonly {
    pull?: { id: string; found: 'missing' | 'different' };
  }[],
): Promise<void> {
  const counts = new Map<string, { missing: number; different: number }>();
  for (const { pull } of changes) {
    if (pull) {
      const count = counts.get(pull.id) ?? { missing: 0, different: 0 };
      count[pull.found] += 1;
      counts.set(pull.id, count);
    }
  }
  for (const [id, { missing, different }] of counts) {
    await tx('pulls').where({ id }).increment({ missing, different });
  }
}

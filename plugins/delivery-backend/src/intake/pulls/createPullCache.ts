import { PullCache } from '@fairlead/backstage-plugin-delivery-node';
import { Clock, insertRows } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbPullCacheRow } from '../../database/tables';

/** An answer in use is noted as such once in so many milliseconds, not with every request. */
const NOTE_USE_AFTER = 24 * 3_600_000;

/** Keeps the validators of one source's answers. */
export function createPullCache(options: {
  clock: Clock;
  db: Knex;
  source: string;
}): PullCache {
  const { clock, db, source } = options;
  const set = async (url: string, { etag }: { etag: string }) => {
    await insertRows(db, {
      table: 'pull_cache',
      columns: {
        source: 'text',
        url: 'text',
        etag: 'text',
        used_at: 'bigint',
      },
      rows: [{ source, url, etag, used_at: clock() }],
      onConflict: { key: ['source', 'url'] },
    });
  };
  return {
    async get(url) {
      const row = await db<DbPullCacheRow>('pull_cache')
        .where({ source, url })
        .first();
      if (!row) {
        return undefined;
      }
      const { etag, used_at: usedAt } = row;
      if (Number(usedAt) < clock() - NOTE_USE_AFTER) {
        await set(url, { etag });
      }
      return { etag };
    },
    set,
  };
}

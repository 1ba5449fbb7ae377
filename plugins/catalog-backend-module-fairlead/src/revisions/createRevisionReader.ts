import { DatabaseService, LoggerService } from '@backstage/backend-plugin-api';
import { ReadRevision } from '@fairlead/catalog-copy';

const COUNTER = 'catalog_generation_counter';

/**
 * Reads at which revision the catalog's own tables are: it counts what it publishes, and what it has. Undefined for a version
 * of the catalog that does not count.
 *
 * @remarks
 *
 * The catalog numbers an entity within the commit that publishes it, so that no change hides behind a later one; an
 * entity that goes takes its row along. Nothing is written here and no entity is read. The catalog has no door for this
 * yet, which is why whoever follows it streams all entities now and then nevertheless.
 */
export function createRevisionReader(options: {
  database: DatabaseService;
  logger: LoggerService;
}): ReadRevision {
  let isCounted: Promise<boolean> | undefined;
  return async () => {
    try {
      const db = await options.database.getClient();
      isCounted ??= db.schema.hasTable(COUNTER);
      if (!(await isCounted)) {
        return undefined;
      }
      const [{ generation, entities }] = await db.select({
        generation: db(COUNTER).where('id', 1).select('generation'),
        entities: db('final_entities').count(),
      });
      return `${generation}/${entities}`;
    } catch (error) {
      options.logger.debug(`The catalog's revision cannot be read: ${error}`);
      return undefined;
    }
  };
}

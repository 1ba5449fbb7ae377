import {
  CompoundEntityRef,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { BuiltinKindsEntityProcessor } from '@backstage/plugin-catalog-backend';
import { CatalogProcessorEmit } from '@backstage/plugin-catalog-node';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

interface Relation {
  source: CompoundEntityRef;
  type: string;
  target: CompoundEntityRef;
}

/** The demo's organisation and software as the catalog answers them, with their relations. */
export async function readDemoEntities(folder: string): Promise<Entity[]> {
  const files = (await readdir(folder, { recursive: true }))
    .filter(file => /^(org\/|systems\/|domains).*\.yaml$/.test(file))
    .sort();
  const texts = await Promise.all(
    files.map(file => readFile(join(folder, file), 'utf8')),
  );
  const entities = texts.flatMap(text =>
    parseAllDocuments(text).map(document => document.toJS() as Entity),
  );
  const relations = await readRelations(entities);
  return entities.map(entity => {
    const ref = stringifyEntityRef(entity);
    return {
      ...entity,
      metadata: { namespace: 'default', ...entity.metadata, uid: ref },
      relations: relations
        .filter(({ source }) => stringifyEntityRef(source) === ref)
        .map(({ type, target }) => ({
          type,
          targetRef: stringifyEntityRef(target),
        })),
    };
  });
}

async function readRelations(entities: readonly Entity[]): Promise<Relation[]> {
  const processor = new BuiltinKindsEntityProcessor();
  const relations: Relation[] = [];
  const emit: CatalogProcessorEmit = result => {
    if (result.type === 'relation') {
      relations.push(result.relation);
    }
  };
  const location = { type: 'file', target: 'demo' };
  for (const entity of entities) {
    await processor.postProcessEntity(entity, location, emit);
  }
  return relations;
}

import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { createHash } from 'node:crypto';
import { KeptOfEntity } from '../CopyDefinition';
import { CopiedEntity, readCopiedEntity } from './readCopiedEntity';

/**
 * Reads what is kept of entities, and remembers the hash of it: nearly all that is streamed is the same as a minute ago
 * and need not be read again to be known as such.
 */
export class EntityReader<TKept extends KeptOfEntity> {
  readonly #hashes = new Map<string, { source: string; hash: string }>();
  readonly #read: (entity: Entity) => TKept;

  constructor(read: (entity: Entity) => TKept) {
    this.#read = read;
  }

  /** The hash of what is kept of an entity. */
  hashOf(entity: Entity): string {
    const entityRef = stringifyEntityRef(entity);
    const source = createHash('sha256')
      .update(JSON.stringify(entity))
      .digest('base64url');
    const known = this.#hashes.get(entityRef);
    if (known?.source === source) {
      return known.hash;
    }
    const { hash } = this.read(entity).row;
    this.#hashes.set(entityRef, { source, hash });
    return hash;
  }

  read(entity: Entity): CopiedEntity<TKept> {
    return readCopiedEntity(entity, this.#read);
  }

  forget(entityRefs: readonly string[]): void {
    entityRefs.forEach(ref => this.#hashes.delete(ref));
  }
}

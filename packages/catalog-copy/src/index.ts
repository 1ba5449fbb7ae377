/**
 * A copy of the catalog's entities beside what a backend knows of them: kept up to date, read as its callers may read the
 * catalog.
 *
 * @packageDocumentation
 */
export * from './CopyDefinition';
export { DatabaseEntityStore } from './entities/DatabaseEntityStore';
export * from './entities/EntityStore';
export { EntitySync, type EntitySyncOptions } from './entities/EntitySync';
export { type EntitySyncOutcome } from './entities/EntitySyncOutcome';
export { DefaultEntityStreams } from './streams/DefaultEntityStreams';
export * from './streams/EntityStreams';
export { entityStreamsServiceRef } from './streams/entityStreamsServiceRef';
export * from './tables';
export { readAncestors } from './teams/readAncestors';
export { type Belonging, readBelonging } from './teams/readBelonging';
export { readDescendants } from './teams/readDescendants';
export * from './visibility/assertVisibleEntity';
export { describeVisible } from './visibility/describeVisible';
export * from './visibility/EntityVisibility';
export { restrictToVisible } from './visibility/restrictToVisible';
export { SharedAnswers } from './visibility/SharedAnswers';
export * from './visibility/Visibility';

export { readUses } from './readUses';
export { UsesReplay } from './UsesReplay';

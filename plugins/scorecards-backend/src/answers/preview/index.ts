export { AuthorizedPreview } from './AuthorizedPreview';
export { DefaultPreview } from './DefaultPreview';
export * from './Preview';
export { QueuedPreview } from './QueuedPreview';

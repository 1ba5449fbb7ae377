export { AuthorizedPreview } from './AuthorizedPreview';
export { DefaultPreview } from './DefaultPreview';
export * from './Preview';

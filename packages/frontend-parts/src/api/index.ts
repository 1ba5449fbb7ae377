export {
  createQueryHooks,
  type ApiQueryOptions,
  type QueryHooks,
} from './createQueryHooks';
export { encodePath, encodeQuery } from './encode';

/**
 * HTTP routes as data: the schemas that check a request describe it in the OpenAPI document, and what every route needs
 * besides; and actions for assistants.
 *
 * @packageDocumentation
 */
export * from './assertAllowed';
export * from './audited';
export * from './createOpenApiDocument';
export * from './createRouteRouter';
export * from './cursor';
export { type ErrorStatus } from './errors';
export * from './ForCaller';
export * from './paging';
export * from './parseInput';
export * from './readActor';
export * from './refs';
export * from './registerAction';
export {
  defineRoute,
  type Route,
  type RouteDescription,
  type RouteRequest,
  type RouteResponse,
} from './Route';
export * from './sendKept';
export * from './senders';
export { TooManyRequestsError } from './TooManyRequestsError';

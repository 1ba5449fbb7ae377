/**
 * Asks what others name over HTTP, and is led to no private address.
 *
 * @packageDocumentation
 */
export type { AddressLookup } from './createAddressGuard';
export * from './createDeadline';
export * from './createGuardedFetch';
export * from './createProbe';
export * from './OutgoingPolicy';
export * from './readProxyFromEnvironment';

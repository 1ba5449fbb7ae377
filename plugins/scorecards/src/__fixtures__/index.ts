export * from './checks';
export * from './entities';
export * from './results';
export * from './scorecards';
export * from './transitions';
export { WAITING_WAIVER } from './waivers';

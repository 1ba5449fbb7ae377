export * from './Badges';
export { renderBadge } from './renderBadge';

import { IconLinkVertical } from '@backstage/core-components';
import { useRunbookIconLink } from './useRunbookIconLink';

/**
 * The way to the runbook of what fires on an entity, else to its first one.
 *
 * @public
 */
export const EntityRunbookLink = () => (
  <IconLinkVertical {...useRunbookIconLink()} />
);

import { Entity } from '@backstage/catalog-model';
import { RunbookOrigin } from '../api';
import { isRunbookEntity } from '../runbook';
import { readRunbookAddress, RunbookAddress } from './readRunbookAddress';

/** Names one or more runbooks of an entity, by commas or spaces. @public */
export const RUNBOOK_URL_ANNOTATION = 'fairlead.dev/runbook-url';

/** A runbook that an entity, or an alert about it, names by its address. @public */
export interface NamedRunbook {
  address: RunbookAddress;
  origin: Exclude<RunbookOrigin, 'entity'>;
  /** What it is called there. */
  title?: string;
}

/**
 * The runbooks that an entity and its alerts name by their address, each one once for each origin. An address that is
 * half or is still a template names none.
 *
 * @param entity - of the catalog, as it is
 * @param options - `toldUrls` are what its alerts name, filled in
 * @public
 */
export function readNamedRunbooks(
  entity: Entity,
  options: { portalUrl?: string; toldUrls: readonly string[] },
): NamedRunbook[] {
  // What a runbook links to is what it is made of, or beside it.
  if (isRunbookEntity(entity)) {
    return [];
  }
  const links = entity.metadata.links ?? [];
  const annotation = entity.metadata.annotations?.[RUNBOOK_URL_ANNOTATION];
  const written: (Pick<NamedRunbook, 'origin' | 'title'> & { url: unknown })[] =
    [
      ...splitList(annotation).map(url => ({
        origin: 'annotation' as const,
        url,
      })),
      ...links
        .filter(({ type }) => type?.toLocaleLowerCase('en-US') === 'runbook')
        .map(({ url, title }) => ({ origin: 'link' as const, url, title })),
      ...options.toldUrls.map(url => ({ origin: 'alert' as const, url })),
    ];
  const named = new Map<string, NamedRunbook>();
  for (const { origin, title, url } of written) {
    const address = readRunbookAddress(String(url), options);
    const key = `${origin} ${address?.key}`;
    if (address && !named.has(key)) {
      named.set(key, { address, origin, ...(title && { title }) });
    }
  }
  return [...named.values()];
}

/** A comma is part of some addresses; between two of them it stands before the next one, or before a space. */
function splitList(text: string | undefined): string[] {
  return (text ?? '')
    .split(/\s*,\s+|\s+|,(?=https?:)/i)
    .filter(part => part !== '');
}

import {
  CompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/**
 * Where a runbook stands: a page of the web, or one of the documentation of an entity, which is found by the entity
 * however the portal is reached.
 *
 * @public
 */
export interface RunbookAddress {
  /** The same for all spellings of the address. */
  key: string;
  /** For people; of documentation only where the portal's own address is known. */
  url?: string;
  techdocs?: { entityRef: string; path: string };
}

/** What a template leaves behind where nobody filled it in. */
const UNFILLED = /\{\{|\}\}|\$\{|<no value>|%!|<nil>/;

const DOCS = /^\/docs\/([^/]+)\/([^/]+)\/([^/]+)\/?(.*)$/;

/**
 * Reads the address of a runbook; undefined where it is none, or only half of one.
 *
 * @remarks
 *
 * Two spellings are one address where they differ in the case of the host, in a port that goes without saying, or in a
 * slash at the end. What stands behind `#` belongs to it: many put the runbooks of all alerts on one page. Passwords in an
 * address are left out, since all who see the runbook would see them.
 *
 * @param text - as somebody wrote it
 * @param options - `portalUrl` is where this Backstage is reached, so that links to its documentation are known
 * @public
 */
export function readRunbookAddress(
  text: string,
  options: { portalUrl?: string } = {},
): RunbookAddress | undefined {
  const { portalUrl } = options;
  const written = text.trim();
  const isOfPortal = portalUrl !== undefined && written.startsWith('/docs/');
  const whole = isOfPortal ? `${withoutSlash(portalUrl)}${written}` : written;
  if (UNFILLED.test(whole) || !/^https?:\/\/[^/\s]/i.test(whole)) {
    return undefined;
  }
  const url = URL.canParse(whole) ? new URL(whole) : undefined;
  if (!url) {
    return undefined;
  }
  url.username = '';
  url.password = '';
  return (
    readPortalAddress(url, portalUrl) ?? { key: keyOf(url), url: url.href }
  );
}

/**
 * The address of a page of an entity's documentation.
 *
 * @public
 */
export function techdocsAddress(
  entity: CompoundEntityRef,
  path: string,
  options: { portalUrl?: string } = {},
): RunbookAddress {
  const entityRef = stringifyEntityRef(entity);
  const [page, anchor] = path.split('#');
  const plain = page.replace(/(?:^|\/)index\.html$|\/+$/, '');
  const whole = anchor ? `${plain}#${anchor}` : plain;
  const { kind, namespace, name } = entity;
  return {
    key: `techdocs:${entityRef}/${whole}`,
    techdocs: { entityRef, path: whole },
    ...(options.portalUrl && {
      url: `${withoutSlash(options.portalUrl)}/docs/${[namespace, kind, name]
        .map(part => part.toLocaleLowerCase('en-US'))
        .join('/')}/${whole}`,
    }),
  };
}

/**
 * The address of the page without what stands behind `#`.
 *
 * @public
 */
export function pageKeyOf(key: string): string {
  return key.split('#')[0];
}

function readPortalAddress(
  url: URL,
  portalUrl: string | undefined,
): RunbookAddress | undefined {
  if (!portalUrl || !URL.canParse(portalUrl)) {
    return undefined;
  }
  const portal = new URL(portalUrl);
  const base = withoutSlash(portal.pathname);
  if (url.origin !== portal.origin || !url.pathname.startsWith(base)) {
    return undefined;
  }
  const match = DOCS.exec(url.pathname.slice(base.length));
  if (!match) {
    return undefined;
  }
  const [, namespace, kind, name, path] = match;
  return techdocsAddress(
    { kind, namespace, name },
    `${path}${url.hash.length > 1 ? url.hash : ''}`,
    { portalUrl },
  );
}

function keyOf(url: URL): string {
  const hash = url.hash.length > 1 ? url.hash : '';
  return `${url.origin}${withoutSlash(url.pathname)}${url.search}${hash}`;
}

function withoutSlash(path: string): string {
  return path.replace(/\/+$/, '');
}

import {
  DEFAULT_NAMESPACE,
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { TaskLink } from '../track';

/** Where documentation is named that TechDocs shows. */
const TECHDOCS = 'backstage.io/techdocs-ref';
/** The same, where another entity has it. */
const TECHDOCS_ENTITY = 'backstage.io/techdocs-entity';
const SOURCE = 'backstage.io/source-location';

/** The path of an entity's page in the portal. */
export function pageOf(entity: Entity | string): string {
  return `/catalog/${pathOf(entity)}`;
}

/** The path of an entity's documentation, if it has any. */
export function docsOf({ metadata, kind }: Entity): string | undefined {
  const annotations = metadata.annotations ?? {};
  const elsewhere = annotations[TECHDOCS_ENTITY];
  if (elsewhere) {
    try {
      return `/docs/${pathOf(
        stringifyEntityRef(parseEntityRef(elsewhere, { defaultKind: kind })),
      )}`;
    } catch {
      return undefined;
    }
  }
  return annotations[TECHDOCS]
    ? `/docs/${pathOf({ apiVersion: '', kind, metadata })}`
    : undefined;
}

/** Where the source of an entity is, if it is on the web. */
export function sourceOf({ metadata }: Entity): string | undefined {
  return webAddress(metadata.annotations?.[SOURCE]?.replace(/^url:/, ''));
}

/** The links of an entity of one of these types, those to the web alone. */
export function linksOf(
  { metadata }: Entity,
  types: readonly string[],
): TaskLink[] {
  return (Array.isArray(metadata.links) ? metadata.links : []).flatMap(
    ({ url, title, type }) => {
      const address = webAddress(url);
      return address && types.includes(String(type).toLocaleLowerCase('en-US'))
        ? [{ url: address, ...(title && { title }) }]
        : [];
    },
  );
}

/** An address as it is to be opened; undefined for all that is none of http and https. */
export function webAddress(
  text: string | undefined,
  base?: string,
): string | undefined {
  try {
    const url = new URL(text ?? '', base);
    return /^https?:$/.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** What people call an entity. */
export function titleOf(entity: Entity): string {
  const profile = entity.spec?.profile as { displayName?: unknown } | undefined;
  const { displayName } = profile ?? {};
  return (
    (typeof displayName === 'string' && displayName) ||
    entity.metadata.title ||
    entity.metadata.name
  );
}

function pathOf(entity: Entity | string): string {
  const {
    kind,
    namespace = DEFAULT_NAMESPACE,
    name,
  } = typeof entity === 'string'
    ? parseEntityRef(entity)
    : { kind: entity.kind, ...entity.metadata };
  return [namespace, kind.toLocaleLowerCase('en-US'), name]
    .map(encodeURIComponent)
    .join('/');
}

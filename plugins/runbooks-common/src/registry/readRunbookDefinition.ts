import {
  ANNOTATION_LOCATION,
  CompoundEntityRef,
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';
import { RunbookTier } from '../api';
import { readRunbookOutline } from '../markdown';
import { RunbookEntityV1alpha1 } from '../runbook';
import {
  readRunbookAddress,
  RunbookAddress,
  techdocsAddress,
} from './readRunbookAddress';

/** What a `Runbook` entity says, as the registry needs it. @public */
export interface RunbookDefinition {
  title: string;
  tier: RunbookTier;
  textFrom: 'text' | 'techdocs' | 'url';
  /** Absent where the text stands in the entity, or nobody can know where it is. */
  address?: RunbookAddress;
  text?: string;
  /** What relative links of that text are relative to: the file of the entity, which the text stands beside. */
  baseUrl?: string;
  /** Milliseconds. */
  timeToLive?: number;
  /** Names of alerts, with globs. */
  alerts: string[];
  /** Full refs of the entities that it names. */
  serves: string[];
  /** Which entities it serves besides. */
  filter?: FilterPredicate;
}

const DAY = 24 * 60 * 60 * 1_000;

/** Reads a `Runbook` entity of the catalog. Takes any, also one that was stored before it was checked. @public */
export function readRunbookDefinition(
  { metadata, spec }: RunbookEntityV1alpha1,
  options: { portalUrl?: string } = {},
): RunbookDefinition {
  const { namespace = DEFAULT_NAMESPACE } = metadata;
  const serves = [
    ...new Set(
      (spec.serves?.entities ?? []).flatMap(text => {
        const ref = readRef(text, namespace);
        return ref ? [stringifyEntityRef(ref)] : [];
      }),
    ),
  ];
  return {
    title: metadata.title ?? readHeading(spec.text) ?? metadata.name,
    tier: spec.tier ?? 'normal',
    ...readText(spec, { ...options, namespace, serves }),
    baseUrl: readBaseUrl(metadata.annotations?.[ANNOTATION_LOCATION]),
    timeToLive: readTimeToLive(spec.timeToLive),
    alerts: [...new Set(spec.alerts ?? [])],
    serves,
    filter: spec.serves?.filter,
  };
}

function readText(
  { text, techdocs, url }: RunbookEntityV1alpha1['spec'],
  options: { namespace: string; portalUrl?: string; serves: string[] },
): Pick<RunbookDefinition, 'textFrom' | 'address' | 'text'> {
  if (techdocs) {
    const [only, ...others] = options.serves;
    const written = techdocs.entity ?? (others.length === 0 ? only : undefined);
    const entity = written && readRef(written, options.namespace);
    return {
      textFrom: 'techdocs',
      address: entity
        ? techdocsAddress(entity, techdocs.path, options)
        : undefined,
    };
  }
  if (url) {
    return { textFrom: 'url', address: readRunbookAddress(url, options) };
  }
  return { textFrom: 'text', text: typeof text === 'string' ? text : '' };
}

function readHeading(text: string | undefined): string | undefined {
  return typeof text === 'string'
    ? readRunbookOutline(text).title?.text
    : undefined;
}

function readBaseUrl(location: string | undefined): string | undefined {
  const [, url] = /^url:(https?:.+)$/.exec(location ?? '') ?? [];
  return url;
}

function readRef(
  text: string,
  defaultNamespace: string,
): CompoundEntityRef | undefined {
  try {
    return parseEntityRef(text, { defaultKind: 'component', defaultNamespace });
  } catch {
    return undefined;
  }
}

function readTimeToLive(text: string | undefined): number | undefined {
  const [, count, unit] = /^(\d{1,3})([dw])$/.exec(text ?? '') ?? [];
  return count ? Number(count) * (unit === 'w' ? 7 : 1) * DAY : undefined;
}

import { ScmIntegration, ScmIntegrationsGroup } from '@backstage/integration';
import { isolated } from '@fairlead/bidi-text';
import { encodeSlug } from './encodeSlug';

/** Names where the sources of an entity are, host included. @public */
export const LOCATION_ANNOTATION = 'backstage.io/source-location';

/** What is asked about, by the annotation that entities name it with. @public */
export interface NamedSubject {
  annotation: string;
  value: string;
}

/** A subject, and where it may be. @public */
export interface LocatedSubject<THost> {
  subject: NamedSubject;
  /** For example `acme/shop`. */
  slug: string;
  /** The hosts to ask, the likeliest first. */
  hosts: THost[];
  /** Why nobody is asked about it. */
  refused?: string;
}

/** Where the subjects of one kind of host are found. @public */
export interface SubjectPlaces<THost extends { host: string }> {
  integrations: ScmIntegrationsGroup<ScmIntegration & { config: THost }>;
  /** The host that is open to all, asked before the others. */
  publicHost: string;
  hasCredentials(host: THost): boolean;
  /** Names a subject by its slug. */
  annotation: string;
  /** What a slug looks like. */
  slug: RegExp;
  /** The same for people, for example `owner/repository`. */
  form: string;
  /** The slug in a URL of a host; undefined where it cannot be told from what follows. */
  slugIn(url: URL): string | undefined;
}

/**
 * Finds out where subjects are, each once. A slug does not tell its host: the public one is asked first, then the other
 * hosts of the integrations; hosts without credentials are asked only if there is no other, so that the names of what
 * is internal are not told to strangers. What is annotated as a slug and is none is told with the reason.
 *
 * @public
 */
export function locateSubjects<THost extends { host: string }>(
  subjects: readonly NamedSubject[],
  places: SubjectPlaces<THost>,
): LocatedSubject<THost>[] {
  const { hasCredentials, integrations, publicHost } = places;
  const all = integrations
    .list()
    .map(({ config }) => config)
    .sort(
      (a, b) => Number(b.host === publicHost) - Number(a.host === publicHost),
    );
  const trusted = all.filter(hasCredentials);
  const hosts = trusted.length > 0 ? trusted : all;
  const located = new Map<string, LocatedSubject<THost>>();
  for (const subject of subjects) {
    const found = locate(subject, hosts, places);
    if (found && !located.has(found.slug.toLowerCase())) {
      located.set(found.slug.toLowerCase(), found);
    }
  }
  return [...located.values()];
}

/** Why a text is no slug; undefined if it is one. */
function refusalOf(
  text: string,
  { form, slug }: Pick<SubjectPlaces<never>, 'form' | 'slug'>,
): string | undefined {
  if (!slug.test(text)) {
    return isolated`'${text}' is not the slug of a repository: it has to be ${form}`;
  }
  try {
    encodeSlug(text);
    return undefined;
  } catch (error) {
    return error.message;
  }
}

function locate<THost extends { host: string }>(
  subject: NamedSubject,
  hosts: THost[],
  places: SubjectPlaces<THost>,
): LocatedSubject<THost> | undefined {
  const { annotation, integrations, slugIn } = places;
  if (subject.annotation === annotation) {
    const slug = subject.value;
    return { subject, slug, hosts, refused: refusalOf(slug, places) };
  }
  const url = subject.value.replace(/^url:/, '');
  if (subject.annotation !== LOCATION_ANNOTATION || !URL.canParse(url)) {
    return undefined;
  }
  const config = integrations.byUrl(url)?.config;
  const slug = slugIn(new URL(url));
  return config && slug && refusalOf(slug, places) === undefined
    ? { subject, slug, hosts: [config] }
    : undefined;
}

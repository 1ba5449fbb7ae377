import { JsonValue } from '@backstage/types';
import {
  DeliveryRecord,
  OriginRule,
  RecordFields,
} from '@fairlead/backstage-plugin-delivery-common';
import { SourceNaming } from './naming';

/** The ways by which deliveries come in. @public */
export type DeliveryVia = 'webhook' | 'http' | 'reconcile' | 'backfill';

/** What a source reads: one delivery as it was received. @public */
export interface Delivery {
  /** What {@link DeliverySource.typeOf} made of it. */
  type: string;
  payload: JsonValue;
  /** ISO 8601, UTC, with milliseconds. Never to be taken for a time of the payload. */
  receivedAt: string;
}

/**
 * What of the outside world a record is about, by the annotation that entities name it with, for example
 * `{ annotation: 'github.com/project-slug', value: 'acme/shop' }`. Case is ignored.
 *
 * @public
 */
export interface Subject {
  annotation: string;
  value: string;
}

/** What a delivery tells of one record. @public */
export interface Observation {
  record: RecordFields<DeliveryRecord>;
  /** The time that the payload speaks of, ISO 8601, UTC, with milliseconds. */
  occurredAt: string;
  /** What it is about; an entity that names any of them concerns the record. */
  subjects: readonly Subject[];
  /**
   * The subjects told are all there are as of `occurredAt`, none if there are none: they take the place of those told with
   * an earlier `occurredAt`, in whatever order deliveries arrive. For records of which the subjects can change, as an
   * incident that is moved to another service. Said of one observation of a record it is said of all of them: what is
   * told without counts as the oldest.
   */
  subjectsAreAll?: true;
  /**
   * The files it concerns, relative to the root of the repository, where the payload tells. Entities that name only a
   * part of a repository are found by them.
   */
  paths?: readonly string[];
}

/**
 * Which repository a payload is about, by what never changes of it. Names are those that subjects and records give it,
 * for example `acme/shop`; their case is ignored.
 *
 * @public
 */
export interface NamedRepository {
  /**
   * The source's own id; unlike the name, no other repository ever gets it. Where several servers are one source it is
   * `<server>/<id>`; a payload that does not tell its server gives the rest alone.
   */
  id: string;
  /** As the payload names it. */
  name: string;
  /** Names that the payload says it had before, as that of a rename or a transfer does. */
  formerNames?: readonly string[];
  /**
   * ISO 8601: when it had this name, where the payload says so by other times than those of its observations. What is
   * pulled is named as of the pull.
   */
  at?: string;
}

/** What a source may use while it reads. @public */
export interface ReadContext {
  /**
   * What stands for a person in records: a keyed hash of the login in that system. The login itself is not kept.
   *
   * @param annotation - by which users name their login there, for example `github.com/user-login`
   */
  person(annotation: string, login: string): string;
  /** How tools are known that make changes: the built-in rules and those of the installation. */
  origins?: readonly OriginRule[];
}

/** What a pull asks for. @public */
export interface PullRequest {
  /** ISO 8601; what changed at or after it. */
  since: string;
  /** ISO 8601; what changed before it. */
  until: string;
  /** All that entities of the catalog name by {@link DeliveryPull.annotations}. */
  subjects: readonly Subject[];
  signal: AbortSignal;
  /** Answers of earlier pulls, for conditional requests. */
  cache: PullCache;
}

/** Keeps validators of HTTP answers between pulls. @public */
export interface PullCache {
  get(url: string): Promise<{ etag: string } | undefined>;
  set(url: string, answer: { etag: string }): Promise<void>;
}

/**
 * A page of what a source had to tell. Where a subject answered and had nothing to tell, a page without payloads says so:
 * a pull of which no page came but those of failures has failed as a whole.
 *
 * @public
 */
export interface PulledPage {
  /** Payloads that {@link DeliverySource.typeOf} and {@link DeliverySource.read} take like those that are sent. */
  payloads: JsonValue[];
  /** Subjects that could not be asked, with the reason; the others go on. */
  failed?: { subject: Subject; reason: string }[];
}

/** How to ask a source for what it may have failed to send. @public */
export interface DeliveryPull {
  /** The annotations whose values are asked for. */
  annotations: readonly string[];
  pull(request: PullRequest): AsyncIterable<PulledPage>;
}

/**
 * A system that tells of deliveries: payload in, observations out, and nothing else. Whether the sender was who it says
 * has been settled before.
 *
 * @public
 */
export interface DeliverySource {
  /** Lower case, for example `github`. The `source` of all records that it tells of. */
  id: string;
  title: string;
  /** Topics of Backstage's events service on which its deliveries arrive. */
  topics?: readonly string[];
  /** By what entities name what it tells of, and users their logins there. */
  naming?: SourceNaming;
  /** Set while it takes nothing, with what to configure so that it does. */
  off?: { remedy: string };
  /** In one sentence, what to set up on its side so that it sends. Told while nothing has come. */
  setup?: string;
  /**
   * The type of a payload, for example `workflow_run`; undefined if it cannot be told.
   *
   * @param headers - names in lower case. Backstage's event bus drops them: a source has to do without.
   */
  typeOf(
    payload: JsonValue,
    headers: Record<string, string | undefined>,
  ): string | undefined;
  /**
   * The name of a delivery, made from its body, for sources whose specification says when two deliveries are the same.
   * By default the hash of the body.
   */
  keyOf?(payload: JsonValue, type: string): string;
  /**
   * Everything that the delivery tells; empty if it tells nothing of interest, undefined if the type is not known.
   *
   * @throws InputError with the path in the payload if it is malformed
   */
  read(
    delivery: Delivery,
    context: ReadContext,
  ): readonly Observation[] | undefined;
  /**
   * Which repository a payload is about, undefined if about none or if the source does not tell. Records and subjects
   * that name a repository follow it to its present name, in whatever order deliveries arrive. A payload of which
   * nothing is read may tell of a rename, too: `read` answers an empty list then.
   */
  repositoryOf?(payload: JsonValue): NamedRepository | undefined;
  pull?: DeliveryPull;
}

import { InputError } from '@backstage/errors';
import { JsonObject, JsonValue } from '@backstage/types';
import { isolated } from '@fairlead/bidi-text';
import { AnswerCache } from './AnswerCache';
import { hasStatus } from './hasStatus';

/** An object of an API. Whoever reads it looks at what is needed of it. @public */
export type ApiObject = JsonObject;

/** A page of a list. @public */
export interface ApiPage {
  items: ApiObject[];
  /** The validator of the answer. */
  etag?: string;
}

/** Which items of a list are new. @public */
export interface NewestOptions {
  /** When an item changed: what the list is ordered by. */
  timeOf(item: ApiObject): JsonValue | undefined;
  /** ISO 8601; what changed at or after it. */
  since: string;
  /** ISO 8601. With `since`, the length of the pull. */
  until: string;
  /** Without one, the list is read whether it changed or not. */
  cache?: AnswerCache;
}

/**
 * Asks a host about one thing that it holds, for example a repository. What all hosts have alike is here; those who
 * extend it know how one of them is asked, how it divides lists into pages, and how long it wants to be left alone.
 *
 * @public
 */
export abstract class RestApi {
  /** @param root - the URL of the thing asked about */
  protected constructor(protected readonly root: string) {}

  /**
   * The URL of something below the root.
   *
   * @throws InputError if the path leads anywhere else: much of it is made of what a host answered before
   */
  protected urlOf(path: string): string {
    const root = new URL(this.root);
    const url = new URL(this.root + path);
    const isRoot = url.pathname === root.pathname;
    const isBelow = url.pathname.startsWith(`${root.pathname}/`);
    if (url.origin !== root.origin || !(isRoot || isBelow)) {
      throw new InputError(
        isolated`'${path}' leads out of what is asked about`,
      );
    }
    return url.href;
  }

  /** @param path - below the root; nothing for the thing itself */
  abstract get(path?: string): Promise<ApiObject>;

  /** A list, page by page. A validator that still holds ends in an error with the status 304. */
  protected abstract pages(
    path: string,
    headers?: Record<string, string>,
  ): AsyncIterable<ApiPage>;

  /** The items of a list, page by page. */
  async *list(path: string): AsyncIterable<ApiObject[]> {
    for await (const { items } of this.pages(path)) {
      yield items;
    }
  }

  /** All items of a list. */
  async all(path: string): Promise<ApiObject[]> {
    const all: ApiObject[] = [];
    for await (const items of this.list(path)) {
      all.push(...items);
    }
    return all;
  }

  /**
   * The items of a list whose newest come first, down to the first one that is older than `since`. Nothing if the
   * list did not change since a pull of the same length last took all of it.
   */
  async *newest(
    path: string,
    { timeOf, since, until, cache }: NewestOptions,
  ): AsyncIterable<ApiObject[]> {
    const start = Date.parse(since);
    const hours = Math.round((Date.parse(until) - start) / 3_600_000);
    const url = `${this.root}${path}#${hours}h`;
    const known = await cache?.get(url);
    let first: ApiPage | undefined;
    try {
      const pages = this.pages(path, known && { 'if-none-match': known.etag });
      for await (const page of pages) {
        first ??= page;
        const recent = page.items.filter(
          item => Date.parse(String(timeOf(item))) >= start,
        );
        if (recent.length > 0) {
          yield recent;
        }
        if (recent.length < page.items.length) {
          break;
        }
      }
    } catch (error) {
      if (hasStatus(error, 304)) {
        return;
      }
      throw error;
    }
    if (first?.etag) {
      await cache?.set(url, { etag: first.etag });
    }
  }
}

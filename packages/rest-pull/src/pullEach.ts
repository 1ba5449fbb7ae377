import { JsonValue } from '@backstage/types';
import { AnswerCache } from './AnswerCache';
import { deferCache } from './deferCache';
import { AskedService, describeFailure } from './describeFailure';
import { LocatedSubject, NamedSubject } from './locateSubjects';

/** A page of what subjects had to tell, or the subjects that could not be asked. @public */
export interface TellingPage {
  payloads: JsonValue[];
  failed?: { subject: NamedSubject; reason: string }[];
}

/**
 * Pulls one subject after the other. One that is refused or cannot be asked is told with the reason, and the others go on; one that
 * answered is told by a last page without payloads. Answers are put in the cache once all of a subject was told.
 *
 * @public
 */
export async function* pullEach<
  TLocated extends Pick<LocatedSubject<unknown>, 'refused' | 'subject'>,
>(options: {
  cache: AnswerCache;
  located: readonly TLocated[];
  pullOne(located: TLocated, cache: AnswerCache): AsyncIterable<JsonValue[]>;
  service: AskedService;
  signal: AbortSignal;
}): AsyncIterable<TellingPage> {
  const { located, pullOne, service, signal } = options;
  for (const one of located) {
    signal.throwIfAborted();
    const { refused, subject } = one;
    if (refused !== undefined) {
      yield { payloads: [], failed: [{ subject, reason: refused }] };
      continue;
    }
    try {
      const { cache, flush } = deferCache(options.cache);
      for await (const payloads of pullOne(one, cache)) {
        if (payloads.length > 0) {
          yield { payloads };
        }
      }
      await flush();
      yield { payloads: [] };
    } catch (error) {
      signal.throwIfAborted();
      const reason = describeFailure(error, service);
      yield { payloads: [], failed: [{ subject, reason }] };
    }
  }
}

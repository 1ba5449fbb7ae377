import { AnswerCache } from '../AnswerCache';

/** A cache that lasts as long as a test, and what is in it. */
export function createCache() {
  const known = new Map<string, { etag: string }>();
  const cache: AnswerCache = {
    get: async url => known.get(url),
    set: async (url, answer) => void known.set(url, answer),
  };
  return { cache, known };
}

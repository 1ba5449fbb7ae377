import { AnswerCache } from './AnswerCache';

/**
 * A cache that keeps answers back until all that they told is stored. If a pull breaks off, the next one asks again for
 * what this one had in hand.
 */
export function deferCache(cache: AnswerCache): {
  cache: AnswerCache;
  flush(): Promise<void>;
} {
  const answers = new Map<string, { etag: string }>();
  return {
    cache: {
      get: url => cache.get(url),
      set: async (url, answer) => void answers.set(url, answer),
    },
    async flush() {
      for (const [url, answer] of answers) {
        await cache.set(url, answer);
      }
    },
  };
}

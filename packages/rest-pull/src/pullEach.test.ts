import { createCache } from './__testUtils__/createCache';
import { pullEach, TellingPage } from './pullEach';

const named = (value: string) => ({
  subject: { annotation: 'bakery.example/shop', value },
});

const service = { title: 'The bakery', hints: {}, statusOf: () => undefined };

async function collect(pages: AsyncIterable<TellingPage>) {
  const all: TellingPage[] = [];
  for await (const page of pages) {
    all.push(page);
  }
  return all;
}

describe('pullEach', () => {
  it('goes on after a subject that breaks off, and keeps only the answers of those that do not', async () => {
    const { cache, known } = createCache();
    const pages = pullEach({
      cache,
      located: ['shut', 'open', 'sold-out'].map(named),
      async *pullOne({ subject: { value } }, answers) {
        await answers.set(value, { etag: value });
        yield value === 'sold-out' ? [] : [value];
        if (value === 'shut') {
          throw new Error('secret');
        }
      },
      service,
      signal: new AbortController().signal,
    });
    await expect(collect(pages)).resolves.toEqual([
      { payloads: ['shut'] },
      {
        payloads: [],
        failed: [
          {
            subject: named('shut').subject,
            reason: 'The bakery could not be asked: Error',
          },
        ],
      },
      { payloads: ['open'] },
      { payloads: [] },
      { payloads: [] },
    ]);
    expect([...known.keys()]).toEqual(['open', 'sold-out']);
  });

  it('asks nothing about what is refused, and tells the reason', async () => {
    const [open, wrong] = ['open', '../user'].map(named);
    const asked: string[] = [];
    const pages = pullEach({
      cache: createCache().cache,
      located: [{ ...wrong, refused: 'It is no name' }, open],
      async *pullOne({ subject: { value } }) {
        asked.push(value);
        yield [value];
      },
      service,
      signal: new AbortController().signal,
    });
    await expect(collect(pages)).resolves.toEqual([
      {
        payloads: [],
        failed: [{ subject: wrong.subject, reason: 'It is no name' }],
      },
      { payloads: ['open'] },
      { payloads: [] },
    ]);
    expect(asked).toEqual(['open']);
  });

  it('does not take being stopped for a failure', async () => {
    const stop = new AbortController();
    const pages = pullEach({
      cache: createCache().cache,
      located: ['open', 'next'].map(named),
      async *pullOne() {
        stop.abort(new Error('enough'));
        stop.signal.throwIfAborted();
      },
      service,
      signal: stop.signal,
    });
    await expect(collect(pages)).rejects.toThrow('enough');
  });
});

import { createCache } from './__testUtils__/createCache';
import { AnswerCache } from './AnswerCache';
import { ApiPage, RestApi } from './RestApi';

/** Keeps two days to a page, the newest first; each page has a validator of its own. */
class Calendar extends RestApi {
  readonly asked: string[] = [];

  constructor(readonly days: string[]) {
    super('https://calendar.example/2026');
  }

  async get() {
    return {};
  }

  protected async *pages(
    path: string,
    headers: Record<string, string> = {},
  ): AsyncIterable<ApiPage> {
    const etagOf = (start: number) => `${this.days.slice(start, start + 2)}`;
    for (let start = 0; start < this.days.length; start += 2) {
      this.asked.push(`${path}?from=${start}`);
      if (headers['if-none-match'] === etagOf(start)) {
        throw Object.assign(new Error('Not modified'), { status: 304 });
      }
      const items = this.days.slice(start, start + 2).map(day => ({ day }));
      yield { items, etag: etagOf(start) };
    }
  }

  placeOf(path: string) {
    return this.urlOf(path);
  }

  async since(since: string, cache?: AnswerCache) {
    const days: unknown[] = [];
    const pages = this.newest('/days', {
      timeOf: ({ day }) => day,
      since,
      until: '2026-03-06',
      cache,
    });
    for await (const page of pages) {
      days.push(...page.map(({ day }) => day));
    }
    return days;
  }
}

describe('RestApi', () => {
  const days = [5, 4, 3, 2, 1].map(day => `2026-03-0${day}`);

  it.each(['', '/days', '/days/1?page=2#3', '?page=2'])(
    'stays below its root: %j',
    path => {
      expect(new Calendar([]).placeOf(path)).toBe(
        `https://calendar.example/2026${path}`,
      );
    },
  );

  it.each(['/../2025', '/days/../../user', '/%2e%2e/user', '5', '\\..\\user'])(
    'does not leave it: %j',
    path => {
      expect(() => new Calendar([]).placeOf(path)).toThrow(
        expect.objectContaining({ name: 'InputError' }),
      );
    },
  );

  it('reads all of a list', async () => {
    await expect(new Calendar(days).all('/days')).resolves.toEqual(
      days.map(day => ({ day })),
    );
  });

  it('reads what is new to the first item that is too old, and no further', async () => {
    const calendar = new Calendar(days);
    await expect(calendar.since('2026-03-04')).resolves.toEqual(
      days.slice(0, 2),
    );
    expect(calendar.asked).toEqual(['/days?from=0', '/days?from=2']);
  });

  it('reads a list again only if it changed, or if more of it is asked for', async () => {
    const { cache } = createCache();
    const calendar = new Calendar([...days]);
    await calendar.since('2026-03-04', cache);
    await expect(calendar.since('2026-03-04', cache)).resolves.toEqual([]);
    await expect(calendar.since('2026-03-03', cache)).resolves.toEqual(
      days.slice(0, 3),
    );
    calendar.days.unshift('2026-03-06');
    await expect(calendar.since('2026-03-04', cache)).resolves.toEqual([
      '2026-03-06',
      ...days.slice(0, 2),
    ]);
  });

  it('keeps no answer of a list that was not read to its end', async () => {
    const { cache } = createCache();
    const calendar = new Calendar(days);
    const pages = calendar.newest('/days', {
      timeOf: ({ day }) => day,
      since: '2026-03-01',
      until: '2026-03-06',
      cache,
    });
    for await (const page of pages) {
      expect(page).toHaveLength(2);
      break;
    }
    await expect(calendar.since('2026-03-01', cache)).resolves.toEqual(days);
  });
});

import { SharedAnswers } from './SharedAnswers';

/** Reads that end when the test says so, numbered as they begin. */
function createReads() {
  const ends: ((error?: Error) => void)[] = [];
  return {
    ends,
    read: () => {
      const number = ends.length + 1;
      return new Promise<number>((resolve, reject) => {
        ends.push(error => (error ? reject(error) : resolve(number)));
      });
    },
  };
}

const settle = () => new Promise(resolve => setImmediate(resolve));

describe('SharedAnswers', () => {
  it('gives who comes during a read the next one, and all of them the same', async () => {
    const answers = new SharedAnswers();
    const { ends, read } = createReads();
    const first = answers.share('a', read);
    const later = [answers.share('a', read), answers.share('a', read)];
    await settle();
    expect(ends).toHaveLength(1);
    ends[0]();
    expect(await first).toBe(1);
    await settle();
    // It comes when the second has begun, and has to wait for a third.
    const last = answers.share('a', read);
    ends[1]();
    expect(await Promise.all(later)).toEqual([2, 2]);
    await settle();
    ends[2]();
    expect(await last).toBe(3);
  });

  it('begins anew when nobody reads, and lets other keys alone', async () => {
    const answers = new SharedAnswers();
    const { ends, read } = createReads();
    const both = [answers.share('a', read), answers.share('b', read)];
    ends.forEach(end => end());
    expect(await Promise.all(both)).toEqual([1, 2]);
    const again = answers.share('a', read);
    ends[2]();
    expect(await again).toBe(3);
  });

  it('fails for those who shared it, and for nobody else', async () => {
    const answers = new SharedAnswers();
    const { ends, read } = createReads();
    const failing = answers.share('a', read);
    const next = answers.share('a', read);
    ends[0](new Error('The database is gone'));
    await expect(failing).rejects.toThrow('The database is gone');
    await settle();
    ends[1]();
    expect(await next).toBe(2);
  });
});

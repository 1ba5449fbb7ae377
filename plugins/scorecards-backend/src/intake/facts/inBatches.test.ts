import { inBatches } from './inBatches';

describe('inBatches', () => {
  const weigh = (item: string) => item.length;

  it('ends a batch with the item that makes up its weight', () => {
    const batches = inBatches(['a', 'bb', 'c', 'dddd', 'e'], {
      weight: 3,
      weigh,
    });
    expect([...batches]).toEqual([['a', 'bb'], ['c', 'dddd'], ['e']]);
  });

  it('makes no batch of nothing', () => {
    expect([...inBatches([], { weight: 3, weigh })]).toEqual([]);
  });

  it('takes items only when it is asked for their batch', () => {
    const taken: string[] = [];
    function* items() {
      for (const item of ['aaa', 'bbb', 'ccc']) {
        taken.push(item);
        yield item;
      }
    }
    const [first] = inBatches(items(), { weight: 3, weigh });
    expect(first).toEqual(['aaa']);
    expect(taken).toEqual(['aaa']);
  });
});

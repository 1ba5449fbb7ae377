import { createPlaces } from './createPlaces';

const timedOut = { timedOut: true };

describe('places', () => {
  it('leave half to hosts that answer, once it is known who does not', () => {
    const places = createPlaces(4);
    const dead = ['a', 'b', 'c', 'd'];
    dead.forEach(places.take);
    expect(places.shares()).toEqual([{ hosts: { without: [] }, limit: 0 }]);

    dead.forEach(host => places.giveBack(host, timedOut));
    const limits = () => places.shares().map(({ limit }) => limit);
    expect(places.shares()).toEqual([
      { hosts: { only: dead }, limit: 2 },
      { hosts: { without: dead }, limit: 4 },
    ]);

    places.take('a');
    places.take('fine');
    expect(limits()).toEqual([1, 2]);
    places.take('b');
    expect(limits()).toEqual([0, 1]);
  });

  it('give no more to the slow than there are', () => {
    const places = createPlaces(4);
    places.giveBack('a', timedOut);
    ['w', 'x', 'y', 'z'].forEach(places.take);
    expect(places.shares()).toEqual([
      { hosts: { only: ['a'] }, limit: 0 },
      { hosts: { without: ['a'] }, limit: 0 },
    ]);
  });

  it('forget who answers again', () => {
    const places = createPlaces(2);
    places.giveBack('a', timedOut);
    places.giveBack('a', { timedOut: false });
    expect(places.shares()).toEqual([{ hosts: { without: [] }, limit: 2 }]);
  });

  it('let a single one be had by the slow when nobody else wants it', () => {
    const places = createPlaces(1);
    places.giveBack('a', timedOut);
    expect(places.shares()).toEqual([
      { hosts: { without: ['a'] }, limit: 1 },
      { hosts: { only: ['a'] }, limit: 1 },
    ]);
  });
});

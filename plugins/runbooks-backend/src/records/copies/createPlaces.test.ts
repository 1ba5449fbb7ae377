import { createPlaces } from './createPlaces';

describe('places', () => {
  it('leave half to hosts that answer, once it is known who does not', () => {
    const places = createPlaces(4);
    const dead = ['a', 'b', 'c', 'd'];
    dead.forEach(places.take);
    expect(places.free()).toBe(0);

    dead.forEach(host => places.giveBack(host, { answered: false }));
    expect([places.free(), places.freeForSilent()]).toEqual([4, 2]);

    places.take('a');
    places.take('fine');
    expect([places.free(), places.freeForSilent()]).toEqual([2, 1]);
    places.take('b');
    expect([places.free(), places.freeForSilent()]).toEqual([1, 0]);
  });

  it('give no more to the silent than there are', () => {
    const places = createPlaces(4);
    places.giveBack('a', { answered: false });
    ['w', 'x', 'y'].forEach(places.take);
    expect(places.freeForSilent()).toBe(1);
    places.take('z');
    expect(places.freeForSilent()).toBe(0);
  });

  it('forget who answers again', () => {
    const places = createPlaces(2);
    places.giveBack('a', { answered: false });
    expect(places.silent()).toEqual(['a']);
    places.giveBack('a', { answered: true });
    expect(places.silent()).toEqual([]);
  });

  it('let a single one be had by anybody', () => {
    const places = createPlaces(1);
    places.giveBack('a', { answered: false });
    expect(places.freeForSilent()).toBe(1);
  });
});

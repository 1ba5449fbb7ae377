/**
 * Stands for every export of a package that tests do not load, and for every instance of its classes: Backstage makes
 * clients that it may never ask. Fails where something is called.
 */
function createStandIn() {
  return new Proxy(function StandIn() {}, {
    apply() {
      throw new Error(
        'A package that tests do not load is used: take it from the list in scripts/jest/resolver.cjs',
      );
    },
    construct: () => createStandIn(),
    get: (target, key) => {
      const isOwn = key in target || typeof key === 'symbol';
      // Without `then`, so that it may be awaited.
      return isOwn || key === 'then' ? target[key] : createStandIn();
    },
  });
}

module.exports = new Proxy(
  {},
  { get: (_, key) => (key === '__esModule' ? true : createStandIn()) },
);

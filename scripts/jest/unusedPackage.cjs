/** Stands for every export of a package that tests do not load. It may be imported, and fails where it is used. */
function createStandIn() {
  const fail = () => {
    throw new Error(
      'A package that tests do not load is used: take it from the list in scripts/jest/resolver.cjs',
    );
  };
  return new Proxy(function StandIn() {}, {
    apply: fail,
    construct: fail,
    get: (target, key) =>
      key in target || typeof key === 'symbol' ? target[key] : createStandIn(),
  });
}

module.exports = new Proxy(
  {},
  { get: (_, key) => (key === '__esModule' ? true : createStandIn()) },
);

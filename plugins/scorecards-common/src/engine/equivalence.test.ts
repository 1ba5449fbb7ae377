import {
  evaluateFilterPredicate,
  FilterPredicate,
  getJsonValueAtPath,
} from '@backstage/filter-predicates';
import fc from 'fast-check';
import { parseDuration } from '../duration';
import { validateScorecard } from '../scorecard';
import {
  dottedObject,
  entity,
  FACT_DIRECTORY,
  facts,
  maxAge,
  NOW,
  plainRule,
  rule,
} from './__testUtils__/arbitraries';
import { createScorecard } from './__testUtils__/createScorecard';
import { evaluateNaively } from './__testUtils__/evaluateNaively';
import { compilePath } from './compilePath';
import { compileScorecard } from './compileScorecard';

const STATUS_OF = {
  true: 'pass',
  false: 'fail',
  'no-data': 'no-data',
  stale: 'stale',
  error: 'error',
};

const RUNS = { numRuns: 2_000 };

describe('compiled rules', () => {
  it('agree with the naive evaluation of any rule over any entity and facts', () => {
    fc.assert(
      fc.property(
        rule,
        entity,
        facts,
        maxAge,
        (anyRule, anyEntity, known, age) => {
          const definition = createScorecard([{ rule: anyRule, maxAge: age }]);
          const { checks } = compileScorecard(definition, {
            facts: FACT_DIRECTORY,
          }).evaluate({ entity: anyEntity, facts: known, now: NOW });
          const expected = evaluateNaively(anyRule, {
            entity: anyEntity,
            facts: known,
            now: NOW,
            maxAge: age === undefined ? undefined : parseDuration(age),
          });
          expect(checks[0].status).toBe(STATUS_OF[expected]);
        },
      ),
      RUNS,
    );
  });

  it('agree with @backstage/filter-predicates on every rule that both can read', () => {
    fc.assert(
      fc.property(plainRule, entity, (anyRule, anyEntity) => {
        const appliesTo = anyRule as FilterPredicate;
        const compiled = compileScorecard(
          createScorecard([{ rule: anyRule }], { appliesTo }),
        );
        const expected = evaluateFilterPredicate(appliesTo, anyEntity);
        expect(compiled.appliesTo(anyEntity)).toBe(expected);
        expect(
          compiled.evaluate({ entity: anyEntity, facts: new Map(), now: NOW })
            .checks[0].status,
        ).toBe(expected ? 'pass' : 'fail');
      }),
      RUNS,
    );
  });

  it('are what validation lets through', () => {
    fc.assert(
      fc.property(rule, maxAge, (anyRule, age) => {
        const definition = createScorecard([{ rule: anyRule, maxAge: age }]);
        expect(
          validateScorecard(definition, { facts: FACT_DIRECTORY }),
        ).toEqual([]);
      }),
    );
  });

  it('come to the same, reasons and all, at any time before nextChangeAt', () => {
    fc.assert(
      fc.property(
        fc.array(rule, { minLength: 1, maxLength: 4 }),
        entity,
        facts,
        maxAge,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (rules, anyEntity, known, age, share) => {
          const compiled = compileScorecard(
            createScorecard(
              rules.map((anyRule, index) => ({
                rule: anyRule,
                maxAge: age,
                ...(index === 1 ? { from: '2026-12-01' } : {}),
              })),
            ),
            { facts: FACT_DIRECTORY },
          );
          const waivers = [
            { id: 'w', checkId: 'check-0', expiresAt: NOW + 86_400_000 },
          ];
          const at = (now: number, explain: boolean) =>
            compiled.evaluate(
              { entity: anyEntity, facts: known, waivers, now },
              { explain },
            );
          for (const explain of [true, false]) {
            const first = at(NOW, explain);
            const horizon = first.nextChangeAt ?? NOW + 1_000 * 86_400_000;
            const later = NOW + Math.floor((horizon - NOW) * share);
            expect(at(later, explain)).toEqual(first);
          }
        },
      ),
      RUNS,
    );
  });

  it('come to the same with and without explanation', () => {
    fc.assert(
      fc.property(rule, entity, facts, (anyRule, anyEntity, known) => {
        const compiled = compileScorecard(
          createScorecard([{ rule: anyRule }]),
          {
            facts: FACT_DIRECTORY,
          },
        );
        const input = { entity: anyEntity, facts: known, now: NOW };
        const plain = compiled.evaluate(input);
        const explained = compiled.evaluate(input, { explain: true });
        expect(explained.checks[0].status).toBe(plain.checks[0].status);
        expect(explained.level).toBe(plain.level);
        expect(explained.checks[0].reason).not.toBe('');
        expect(explained.checks[0].evidence).not.toEqual([]);
        expect(plain.checks[0]).toMatchObject({ reason: '', evidence: [] });
      }),
    );
  });
});

describe('compilePath', () => {
  it('reads what getJsonValueAtPath reads, however dots fall', () => {
    fc.assert(
      fc.property(
        dottedObject,
        fc
          .array(fc.constantFrom('a', 'b', 'type', 'name', ''), {
            minLength: 1,
            maxLength: 4,
          })
          .map(parts => parts.join('.')),
        (object, path) => {
          expect(compilePath(path)(object)).toEqual(
            getJsonValueAtPath(object, path),
          );
        },
      ),
      RUNS,
    );
  });

  it.each(['constructor', 'toString.name', '__proto__', 'a.hasOwnProperty'])(
    'does not find the inherited property %s',
    path => {
      expect(compilePath(path)({ a: {} })).toBeUndefined();
    },
  );
});

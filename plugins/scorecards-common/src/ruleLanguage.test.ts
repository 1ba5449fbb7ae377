import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Entity } from '@backstage/catalog-model';
import { JsonValue } from '@backstage/types';
import { parse } from 'yaml';
import {
  compileScorecard,
  createFactDirectory,
  Fact,
  FactType,
  parseScorecardYaml,
  Rule,
  validateScorecard,
} from '.';
import { createScorecard } from './engine/__testUtils__/createScorecard';
import { LIMITS } from './rule/limits';

/* Runs the reference of the language, so that it says what the engine does. */

const page = readFileSync(
  resolve(__dirname, '../../../docs/rule-language.md'),
  'utf8',
);

const NOW = Date.parse('2026-11-20T12:00:00Z');

/** The rows below the header of a table, told by the first cell of the header and how many cells it has. */
function readTable(firstCell: string, cells: number): string[][] {
  const lines = page.split('\n');
  const rows = lines.map(line =>
    line.startsWith('|')
      ? line
          .slice(1, line.lastIndexOf('|'))
          .split('|')
          .map(cell => cell.trim())
      : undefined,
  );
  const header = rows.findIndex(
    row => row?.[0] === firstCell && row.length === cells,
  );
  const end = rows.findIndex((row, index) => index > header && !row);
  return rows.slice(header + 2, end) as string[][];
}

const unquote = (cell: string) => cell.replace(/^`|`$/g, '');

const facts = createFactDirectory(
  readTable('Fact', 3).map(([id, type, unit]) => ({
    id: unquote(id),
    type: unquote(type) as FactType,
    unit: unquote(unit) || undefined,
    sources: ['docs'],
    declared: true,
  })),
);

function evaluate(rule: Rule, entity: Partial<Entity>, known: Fact[] = []) {
  const definition = createScorecard([{ rule }]);
  expect(validateScorecard(definition, { facts })).toEqual([]);
  return compileScorecard(definition, { facts }).evaluate({
    entity: entity as Entity,
    facts: new Map(known.map(fact => [fact.id, fact])),
    now: NOW,
  }).checks[0].status;
}

const fact = (id: string, value: JsonValue): Fact => ({
  id,
  value,
  source: 'docs',
  observedAt: '2026-11-20T00:00:00Z',
  state: 'ok',
});

/** Evaluates a rule where one path has a value. */
function evaluateAt(path: string, value: JsonValue | undefined, rule: Rule) {
  const [root, ...rest] = path.split('.');
  const key = rest.join('.');
  if (root === 'facts') {
    return evaluate(rule, {}, value === undefined ? [] : [fact(key, value)]);
  }
  return evaluate(rule, { [root]: key ? { [key]: value } : value });
}

describe('docs/rule-language.md', () => {
  const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(
    ([, text]) => text,
  );

  it.each(blocks.filter(text => text.includes('kind: Scorecard')))(
    'shows scorecards that are good: %j',
    text => {
      expect(parseScorecardYaml(text, { facts }).problems).toEqual([]);
    },
  );

  it.each(blocks.filter(text => !text.includes('kind: Scorecard')))(
    'shows rules that are good: %j',
    text => {
      const definition = createScorecard([{ rule: parse(text) }]);
      expect(validateScorecard(definition, { facts })).toEqual([]);
    },
  );

  it.each(readTable('Rule', 3))(
    'says of %s with %s: %s',
    (rule, value, result) => {
      const parsed: Rule = parse(unquote(rule));
      const [path] = Object.keys(parsed);
      const given = value === 'nothing' ? undefined : parse(unquote(value));
      expect(evaluateAt(path, given, parsed)).toBe(result);
    },
  );

  it('shows the message of a mistake as it is', () => {
    const mistaken = createScorecard([
      { rule: { kind: 'API' } },
      { rule: { 'facts.ci.feedback.p90': { $let: '10m' } } },
    ]);
    const [{ path, message }] = validateScorecard(mistaken, { facts });
    expect(page.replaceAll('\n', ' ')).toContain(`\`${path}: ${message}\``);
  });

  const PARTS: Record<string, Rule> = {
    pass: { kind: 'API' },
    fail: { kind: 'Component' },
    unknown: { 'facts.docs.pages.count': 1 },
  };
  const asWritten = (status: string) =>
    ['pass', 'fail'].includes(status) ? status : 'unknown';

  it.each(['$all', '$any'])('tells how %s combines', operator => {
    const columns = Object.keys(PARTS);
    const rows = readTable(`\`${operator}\``, 4);
    expect(rows).toHaveLength(3);
    for (const [row, ...cells] of rows) {
      for (const [index, cell] of cells.entries()) {
        const rule = { [operator]: [PARTS[row], PARTS[columns[index]]] };
        expect(asWritten(evaluate(rule, { kind: 'API' }))).toBe(cell);
      }
    }
  });

  it('tells what $not turns', () => {
    const rows = readTable('`$not`', 2);
    expect(rows).toHaveLength(3);
    for (const [part, result] of rows) {
      const status = evaluate({ $not: PARTS[part] }, { kind: 'API' });
      expect(asWritten(status)).toBe(result);
    }
  });

  it('tells the limits', () => {
    const told = readTable('What', 2).map(([, most]) =>
      Number(most.replace(',', '').split(' ')[0]),
    );
    expect(told).toEqual([
      LIMITS.checks,
      LIMITS.levels,
      LIMITS.ruleConditions,
      LIMITS.listOperands,
      LIMITS.ruleNesting,
      LIMITS.pathLength,
      LIMITS.pathParts,
      LIMITS.patternLength,
      LIMITS.patternsProgramSize,
      LIMITS.patternInput,
      LIMITS.evaluationSteps,
      LIMITS.yamlLength / 1024,
      LIMITS.yamlMarks,
      LIMITS.yamlAliases,
    ]);
  });
});

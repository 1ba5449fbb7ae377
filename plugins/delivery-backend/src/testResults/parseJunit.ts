import { InputError, toError } from '@backstage/errors';
import { Outcome } from '@fairlead/backstage-plugin-delivery-common';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { createHash } from 'node:crypto';
import { TestCase } from './TestReport';

const MAX_CASES = 50_000;

/** Suites within suites; real reports have two or three. */
const MAX_DEPTH = 50;

/** Names are part of the key of a record, which an index holds. */
const MAX_NAME = 200;

type Node = Record<string, unknown>;

const parser = new XMLParser({
  attributeNamePrefix: '@',
  ignoreAttributes: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  isArray: name => name === 'testsuite' || name === 'testcase',
  maxNestedTags: MAX_DEPTH,
  parseAttributeValue: false,
  parseTagValue: false,
});

/**
 * Reads the test cases of a JUnit XML report.
 *
 * @throws InputError that says what is wrong with it
 */
export function parseJunit(xml: string): TestCase[] {
  const root = parseXml(xml);
  const suites = asNode(root.testsuites)?.testsuite ?? root.testsuite;
  if (root.testsuites === undefined && suites === undefined) {
    throw new InputError(
      "Body: not a JUnit report: its root must be 'testsuites' or 'testsuite'",
    );
  }
  const cases: TestCase[] = [];
  for (const suite of asList(suites)) {
    readSuite(suite, cases);
  }
  return cases;
}

function parseXml(xml: string): Node {
  // Declared entities are the way to make a small report large; no report needs them.
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) {
    throw new InputError('Body: XML with a document type is not taken');
  }
  const validity = XMLValidator.validate(xml);
  if (validity !== true) {
    const { msg, line, col } = validity.err;
    throw new InputError(
      `Body: not valid XML: ${msg} (line ${line}, column ${col})`,
    );
  }
  try {
    return parser.parse(xml);
  } catch (error) {
    throw new InputError(`Body: not valid XML: ${toError(error).message}`);
  }
}

function readSuite(suite: Node, cases: TestCase[]): void {
  const name = textOf(suite['@name']) ?? '';
  for (const one of asList(suite.testcase)) {
    const title = textOf(one['@name']);
    if (!title) {
      throw new InputError(
        `Body: test case ${cases.length + 1} has no attribute 'name'`,
      );
    }
    if (cases.length === MAX_CASES) {
      throw new InputError(
        `Body: more than ${MAX_CASES} test cases; send them in parts`,
      );
    }
    const seconds = Number(textOf(one['@time'])?.replaceAll(',', ''));
    cases.push({
      suite: textOf(one['@classname']) ?? name,
      case: title,
      outcome: outcomeOf(one),
      ...(seconds >= 0 &&
        Number.isFinite(seconds) && {
          durationMs: Math.round(seconds * 1_000),
        }),
    });
  }
  for (const inner of asList(suite.testsuite)) {
    readSuite(inner, cases);
  }
}

function outcomeOf(one: Node): Outcome {
  if ('failure' in one || 'error' in one) {
    return 'failure';
  }
  return 'skipped' in one ? 'skipped' : 'success';
}

function asList(value: unknown): Node[] {
  const items: unknown[] = Array.isArray(value) ? value : [value];
  return items.map(asNode).filter(item => item !== undefined);
}

function asNode(value: unknown): Node | undefined {
  return value && typeof value === 'object' ? (value as Node) : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? shorten(value) : undefined;
}

/** Long names of parameterised tests differ at their ends. */
function shorten(text: string): string {
  if (text.length <= MAX_NAME) {
    return text;
  }
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return `${text.slice(0, MAX_NAME - hash.length - 1)}…${hash}`;
}

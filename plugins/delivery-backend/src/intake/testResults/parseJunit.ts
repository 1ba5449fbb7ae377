import { InputError } from '@backstage/errors';
import { shortenName } from './shortenName';
import { MARKS, outcomeOfCase } from './outcomeOfCase';
import { readSeconds } from './readSeconds';
import { readXml, XmlElement, XmlVisitor } from './readXml';
import { TestCases } from './TestCases';
import { TestCase } from './TestReport';

const MAX_CASES = 50_000;

/** Different names that the answer lists; the others are counted together. */
const MAX_IGNORED = 20;

const ROOTS = ['testsuites', 'testsuite', 'testcase', 'testrun'];

/** Read past: what a test printed, and what is known of its surroundings. */
const BESIDE = new Set([
  'properties',
  'property',
  'stackTrace',
  'system-err',
  'system-out',
]);

/** Written by runners that know no class, for every case. */
const NO_CLASS = 'test';

/** A case without a name is what runs before or after those of its class: Surefire writes so when that fails. */
const NO_NAME = '(setup)';

/** What a JUnit report says. */
export interface JunitReport {
  cases: TestCase[];
  /** What was not understood, by what it is called. */
  ignored: { element: string; count: number }[];
}

/** An element that has begun and not ended. */
interface OpenElement {
  name: string;
  /** The names of the suites around what is in it, from the outermost. */
  suites: readonly string[];
  /** The suite that it is in, or is. */
  place: number;
  /** Of a test case. */
  attributes?: Record<string, string>;
  marks?: Set<string>;
}

class JunitReader implements XmlVisitor {
  readonly #cases = new TestCases();
  readonly #ignored = new Map<string, number>();
  readonly #open: OpenElement[] = [];
  readonly #places = new Map<string, number>();
  #read = 0;

  open({ name, attributes }: XmlElement): void {
    const parent = this.#open.at(-1);
    if (!parent && !ROOTS.includes(name)) {
      throw new InputError(
        "Body: not a JUnit report: its root must be 'testsuites', 'testsuite' or 'testcase'",
      );
    }
    const { suites = [], place = 0 } = parent ?? {};
    const element: OpenElement = { name, suites, place };
    this.#open.push(element);
    if (name === 'testcase') {
      element.attributes = attributes;
      element.marks = new Set();
    } else if (name === 'testsuite') {
      element.suites = attributes.name ? [...suites, attributes.name] : suites;
      element.place = this.#placeOf(attributes, place);
    } else if (MARKS.has(name) && parent?.marks) {
      parent.marks.add(name);
    } else if (!ROOTS.includes(name) && !BESIDE.has(name)) {
      this.#ignore(name);
    }
  }

  close(): void {
    const { attributes, marks, suites, place } = this.#open.pop()!;
    if (!attributes || !marks) {
      return;
    }
    this.#read += 1;
    if (this.#read > MAX_CASES) {
      throw new InputError(
        `Body: more than ${MAX_CASES} test cases; send them in parts`,
      );
    }
    const { name, time } = attributes;
    const durationMs = time ? readSeconds(time) : undefined;
    if (time && durationMs === undefined) {
      this.#ignore('testcase/@time');
    }
    this.#cases.add(
      {
        suite: shortenName(suiteOf(attributes, suites)),
        case: shortenName(name?.trim() || NO_NAME),
        ...outcomeOfCase(marks, attributes),
        ...(durationMs !== undefined && { durationMs }),
      },
      name?.trim() ? place : undefined,
    );
  }

  report(): JunitReport {
    return {
      cases: this.#cases.list(),
      ignored: Array.from(this.#ignored, ([element, count]) => ({
        element,
        count,
      })),
    };
  }

  /** The same for suites of the same name in the same place: a runner may write one for each try. */
  #placeOf(attributes: Record<string, string>, around: number): number {
    const { name, hostname, package: where } = attributes;
    const key = JSON.stringify([around, name, hostname, where]);
    const place = this.#places.get(key) ?? this.#places.size + 1;
    this.#places.set(key, place);
    return place;
  }

  #ignore(name: string): void {
    const short = shortenName(name);
    const isListed =
      this.#ignored.has(short) || this.#ignored.size < MAX_IGNORED;
    const element = isListed ? short : '…';
    this.#ignored.set(element, (this.#ignored.get(element) ?? 0) + 1);
  }
}

function suiteOf(
  attributes: Record<string, string>,
  suites: readonly string[],
): string {
  const name = (attributes.classname || attributes.class)?.trim() ?? '';
  const isKnown = name !== '' && name !== NO_CLASS;
  return isKnown || suites.length === 0 ? name : suites.join(' › ');
}

/**
 * Reads the test cases of a JUnit XML report, wherever they stand in it. Whoever writes such a report writes it a little
 * differently: what is not understood is counted.
 *
 * @throws InputError that says what is wrong with it
 */
export async function parseJunit(xml: string): Promise<JunitReport> {
  const reader = new JunitReader();
  await readXml(xml, reader);
  return reader.report();
}

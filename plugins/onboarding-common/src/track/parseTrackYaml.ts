import { isolated } from '@fairlead/bidi-text';
import { parseDocuments } from '@fairlead/bounded-yaml';
import { Document, isScalar, LineCounter, visit } from 'yaml';
import { LIMITS } from './limits';
import { OnboardingTrackEntityV1alpha1, TrackProblem } from './types';
import { isObject } from './values';
import { validateTrack } from './validateTrack';

/** Characters of the YAML of one track: its descriptions, and what stands around them. */
const YAML_LENGTH = 1024 * 1024;

/** Marks around values, of which each makes the reader work: far more than the largest track has. */
const YAML_MARKS = 60_000;

/** A track nests a rule within its tasks. */
const NESTING = LIMITS.nesting + 12;

const MARKS = /[\n\r,:[\]{}&*!?|>'"#%]|-\s/g;

/** A problem with the place in the text where it shows. @public */
export interface PlacedTrackProblem extends TrackProblem {
  line: number;
  column: number;
}

/** What a text in YAML came to. @public */
export interface ParsedTrackYaml {
  /** Set when there are no problems. */
  entity?: OnboardingTrackEntityV1alpha1;
  problems: PlacedTrackProblem[];
}

/**
 * Reads and validates the YAML of one track. Never throws: what is wrong comes back as problems, in the order of the
 * text.
 *
 * @public
 */
export function parseTrackYaml(text: string): ParsedTrackYaml {
  const lines = new LineCounter();
  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (text.length > YAML_LENGTH || countMarks(text) > YAML_MARKS) {
    return refused(
      `the text is longer than a track can be, split it and put the parts together with includes`,
    );
  }
  const documents = parseDocuments(text, { nesting: NESTING, lines });
  if (!documents) {
    return refused(`the text nests more than ${NESTING} deep`);
  }
  const syntax = documents
    .flatMap(({ errors }) => errors)
    .slice(0, LIMITS.problems)
    .map(({ message, pos: [from] }) => ({
      path: '',
      message,
      ...placeAt(from),
    }));
  if (syntax.length > 0) {
    return { problems: syntax };
  }
  const [document, another] = documents;
  if (!document || document.contents === null) {
    return refused('the text holds no document');
  }
  if (another) {
    return {
      problems: [
        {
          path: '',
          message: 'the text holds more than one document, give one track',
          ...placeAt(another.range[0]),
        },
      ],
    };
  }
  const twice = findTwice(document);
  if (twice.length > 0) {
    return {
      problems: twice.map(({ key, offset }) => ({
        path: '',
        message: isolated`'${key}' stands here twice, keep one of them`,
        ...placeAt(offset),
      })),
    };
  }
  let value: unknown;
  try {
    value = document.toJS();
  } catch (error) {
    // Aliases that multiply beyond what the reader of YAML allows.
    return refused((error as Error).message);
  }
  const { entity, problems } = readTrackEntity(value);
  return {
    ...(entity && { entity }),
    problems: problems
      .map(problem => ({
        ...problem,
        ...placeAt(offsetOf(document, problem.path)),
      }))
      .sort((a, b) => a.line - b.line || a.column - b.column),
  };
}

/**
 * Validates a whole track, with what stands around `spec` where no catalog has looked at it. Never throws.
 *
 * @public
 */
export function readTrackEntity(value: unknown): {
  /** Set when there are no problems. */
  entity?: OnboardingTrackEntityV1alpha1;
  problems: TrackProblem[];
} {
  if (!isObject(value)) {
    return { problems: [{ path: '', message: 'the text holds no entity' }] };
  }
  const problems = [...checkEnvelope(value), ...validateTrack(value)];
  return problems.length > 0
    ? { problems }
    : {
        entity: value as unknown as OnboardingTrackEntityV1alpha1,
        problems,
      };
}

function checkEnvelope(value: Record<string, unknown>): TrackProblem[] {
  const problems: TrackProblem[] = [];
  const metadata = isObject(value.metadata) ? value.metadata : {};
  if (value.apiVersion !== 'fairlead.dev/v1alpha1') {
    problems.push({
      path: 'apiVersion',
      message: 'takes fairlead.dev/v1alpha1',
    });
  }
  if (value.kind !== 'OnboardingTrack') {
    problems.push({ path: 'kind', message: 'takes OnboardingTrack' });
  }
  if (!isName(metadata.name)) {
    problems.push({
      path: 'metadata.name',
      message:
        'takes at most 63 letters, digits, and -, _ or . between them, for example engineers',
    });
  }
  if (metadata.namespace !== undefined && !isName(metadata.namespace)) {
    problems.push({
      path: 'metadata.namespace',
      message: 'takes the name of a namespace, for example default',
    });
  }
  ['title', 'description'].forEach(field => {
    const text = metadata[field];
    if (text !== undefined && typeof text !== 'string') {
      problems.push({
        path: `metadata.${field}`,
        message: isolated`takes a text, not '${String(text).slice(0, 60)}'`,
      });
    }
  });
  return problems;
}

function isName(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= 63 &&
    /^[a-z0-9](?:[-_.]?[a-z0-9])*$/i.test(value)
  );
}

/** Keys that a map has twice, of which the catalog refuses the whole. */
function findTwice(
  document: Document.Parsed,
): { key: string; offset: number }[] {
  const twice: { key: string; offset: number }[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        const name = isScalar(key) ? String(key.value) : undefined;
        if (name !== undefined && seen.has(name)) {
          const offset = (isScalar(key) && key.range?.[0]) || 0;
          twice.push({ key: name.slice(0, 60), offset });
        }
        if (name !== undefined) {
          seen.add(name);
        }
      }
      return twice.length < LIMITS.problems ? undefined : visit.BREAK;
    },
  });
  return twice;
}

function refused(message: string): ParsedTrackYaml {
  return { problems: [{ path: '', message, line: 1, column: 1 }] };
}

function countMarks(text: string): number {
  let count = 0;
  MARKS.lastIndex = 0;
  while (count <= YAML_MARKS && MARKS.test(text)) {
    count += 1;
  }
  return count;
}

/** Where the value at a path begins, or the nearest one above it. Keys that hold dots are passed over. */
function offsetOf(document: Document.Parsed, path: string): number {
  const keys = Array.from(path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)).map(
    ([, index, key]) => (index === undefined ? key : Number(index)),
  );
  for (let length = keys.length; length > 0; length -= 1) {
    const node = document.getIn(keys.slice(0, length), true) as
      | { range?: [number, number, number] }
      | undefined;
    if (node?.range) {
      return node.range[0];
    }
  }
  return 0;
}

import {
  CatalogFileProblem,
  parseScorecardYaml,
  readCatalogDocument,
} from '@fairlead/backstage-plugin-scorecards-common';
import { applyPatch, structuredPatch } from 'diff';
import { stringify } from 'yaml';

/** The document of a scorecard in its file, and what it would be. */
export interface MergedFile {
  before: string;
  after: string;
  line: number;
  /** Whether comments of the file are not in it any more. */
  losesComments: boolean;
}

/**
 * Brings what was changed in the playground into the file that a scorecard comes from. Where the file reads like the version
 * in force, only the changed lines are touched; else the document is written anew.
 *
 * @param live - the version in force, as the playground began with it
 * @param text - the same as it was changed
 */
export function mergeIntoFile(
  file: string,
  options: { scorecardRef: string; live: string; text: string },
): MergedFile | CatalogFileProblem {
  const { scorecardRef, live, text } = options;
  const found = readCatalogDocument(file, scorecardRef);
  if (typeof found === 'string') {
    return found;
  }
  const { before, line } = found;
  const patched = applyPatch(before, structuredPatch('', '', live, text), {
    fuzzFactor: 2,
  });
  const after =
    patched !== false && saysTheSame(patched, text)
      ? patched
      : writeAnew(before, text);
  return {
    before,
    after,
    line,
    losesComments: commentsOf(before).some(comment => !after.includes(comment)),
  };
}

function saysTheSame(a: string, b: string): boolean {
  const [one, other] = [a, b].map(text => {
    const { entity } = parseScorecardYaml(text);
    const { namespace, ...metadata } = entity?.metadata ?? { name: '' };
    return (
      entity &&
      stringify(
        {
          ...entity,
          metadata: { ...metadata, namespace: namespace ?? 'default' },
        },
        { sortMapEntries: true },
      )
    );
  });
  return one !== undefined && one === other;
}

/** Keeps the line that sets the document apart from the one before it. */
function writeAnew(before: string, text: string): string {
  const [marker = ''] = /^---[^\n]*\n/.exec(before) ?? [];
  return `${marker}${text.endsWith('\n') ? text : `${text}\n`}`;
}

function commentsOf(text: string): string[] {
  return text
    .split('\n')
    .flatMap(line => /(?:^|\s)(#\s.*)$/.exec(line)?.[1] ?? []);
}

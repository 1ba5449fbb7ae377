import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  composeTrack,
  OnboardingTrackEntityV1alpha1,
  parseTrackYaml,
} from '@fairlead/backstage-plugin-onboarding-common';
import { FileProblem } from '@fairlead/backstage-plugin-runbooks-common';
import { isolated } from '@fairlead/bidi-text';
import { CannotRunError } from '../../files/CannotRunError';
import { compareProblems, LintReport } from '../../report/LintReport';
import {
  findYaml,
  FoundDocument,
  readFileText,
  splitDocuments,
} from '../../files/readCatalog';

/** A track that is good by itself, and where it stands. */
interface GoodTrack {
  entity: OnboardingTrackEntityV1alpha1;
  file: string;
  line: number;
}

/** Lints the tracks in files; other entities in them are passed over. Tracks are put together with those found beside them. */
export async function lintTracks(options: {
  paths: readonly string[];
  cwd: string;
}): Promise<LintReport> {
  const { paths, cwd } = options;
  const problems: FileProblem[] = [];
  const good = new Map<string, GoodTrack>();
  let files = 0;
  for (const { file, path, isNamed } of await findYaml(paths, { cwd })) {
    const documents = splitDocuments(await readFileText(path, file));
    const tracks = documents.filter(document => isTrack(document, isNamed));
    files += tracks.length > 0 ? 1 : 0;
    for (const { text, linesBefore } of tracks) {
      const parsed = parseTrackYaml(text);
      problems.push(
        ...parsed.problems.map(problem => ({
          file,
          line: problem.line + linesBefore,
          column: problem.column,
          rule: 'track-wrong',
          severity: 'error' as const,
          message: [problem.path, problem.message].filter(Boolean).join(': '),
        })),
      );
      if (parsed.entity) {
        const ref = stringifyEntityRef(parsed.entity);
        const line = linesBefore + 1;
        const other = good.get(ref);
        if (other) {
          problems.push(sayTwice(ref, { file, line, other }));
        } else {
          good.set(ref, { entity: parsed.entity, file, line });
        }
      }
    }
  }
  if (files === 0) {
    throw new CannotRunError(
      isolated`There is no track in ${paths.join(
        ', ',
      )}, files end with .yaml or .yml and hold the kind OnboardingTrack`,
    );
  }
  problems.push(...checkTogether(good));
  return { files, problems: problems.sort(compareProblems) };
}

/** A file that somebody names is meant as a track; in a folder only what says that it is one, or cannot be read as such. */
function isTrack({ value, text }: FoundDocument, isNamed: boolean): boolean {
  const kind = (value as Entity | null | undefined)?.kind;
  return value === undefined
    ? isNamed || /^kind:\s*["']?OnboardingTrack\b/m.test(text)
    : kind === 'OnboardingTrack' || (isNamed && kind === undefined);
}

/** The catalog takes one of two tracks of one name, and nobody knows which. */
function sayTwice(
  ref: string,
  { file, line, other }: { file: string; line: number; other: GoodTrack },
): FileProblem {
  return {
    file,
    line,
    column: 1,
    rule: 'track-twice',
    severity: 'error',
    message: isolated`metadata.name: there is '${ref}' already, in ${other.file}:${other.line}; give one of them another name`,
  };
}

/** What only shows between tracks. One that is elsewhere may be there still. */
function checkTogether(tracks: ReadonlyMap<string, GoodTrack>): FileProblem[] {
  return [...tracks.values()].flatMap(({ entity, file, line }) => {
    const { missing, problems } = composeTrack(
      entity,
      ref => tracks.get(ref)?.entity,
    );
    const at = { file, line, column: 1 };
    return [
      ...missing.map(ref => ({
        ...at,
        rule: 'include-elsewhere',
        severity: 'info' as const,
        message: isolated`includes '${ref}', which is in none of these files and was not looked at`,
      })),
      // Tasks of a track that is elsewhere are not known.
      ...(missing.length > 0 ? [] : problems).map(({ path, message }) => ({
        ...at,
        rule: 'tracks-together',
        severity: 'error' as const,
        message: `${path}: ${message}`,
      })),
    ];
  });
}

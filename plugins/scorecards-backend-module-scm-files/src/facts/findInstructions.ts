import { ToldFile } from '../repository/classifyFile';
import { Repository } from '../repository/RepositoryReader';

/** A file with fewer lines that names another one only points at it. */
const MOST_LINES_OF_A_POINTER = 12;

/** What agents are told about a folder. */
export interface Instructions {
  /** The paths of the files, from the nearest folder that has any. */
  files: string[];
  /** Whether all of them say the same. Undefined without any, and where one is too large to be read. */
  agree?: boolean;
}

/**
 * The instructions that hold for a folder, and whether whichever of them a tool reads says the same. One agrees with another
 * that has the same text, that it imports (`@AGENTS.md`) or that it does little more than name; one without a text is a
 * link.
 */
export function findInstructions(
  { scan, texts }: Repository,
  folder: string,
): Instructions {
  const told = scan
    .toldOf(folder)
    .filter(({ tells }) => tells === 'instructions' || tells === 'rules');
  const [nearest] = told;
  if (!nearest) {
    return { files: [] };
  }
  const own = told.filter(file => file.folder === nearest.folder);
  const whole = own.filter(({ tells }) => tells === 'instructions');
  const files = own.map(({ path }) => path).sort();
  if (whole.some(({ path }) => !texts.has(path))) {
    return { files };
  }
  const written = whole.filter(
    file => !follows(file, { whole, text: texts.get(file.path) ?? '' }),
  );
  const said = new Set(
    written.map(({ path }) => normalize(texts.get(path) ?? '')),
  );
  return { files, agree: said.size <= 1 };
}

/** Whether a file leaves what it says to another one. */
function follows(
  file: ToldFile,
  { whole, text }: { whole: readonly ToldFile[]; text: string },
): boolean {
  const lines = text.split('\n').filter(line => line.trim() !== '');
  const others = whole.filter(other => other !== file);
  return (
    lines.length === 0 ||
    others.some(
      ({ name }) =>
        lines.some(line => line.trim() === `@${name}`) ||
        (lines.length <= MOST_LINES_OF_A_POINTER && text.includes(name)),
    )
  );
}

/** Headings often name the tool. What differs in white space says the same. */
function normalize(text: string): string {
  return text.replace(/^#.*$/m, '').replace(/\s+/g, ' ').trim();
}

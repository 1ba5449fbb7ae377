import type { EnvironmentClass } from './environments';

/** What a word says of an environment; undefined if it names no stage. */
type Stage = 'production' | 'non-production' | undefined;

const STAGES = new Map<string, Stage>([
  ...['prod', 'prd', 'production', 'live'].map(
    word => [word, 'production'] as const,
  ),
  ...[
    'acceptance',
    'ci',
    'demo',
    'dev',
    'development',
    'e2e',
    'integration',
    'local',
    'preview',
    'qa',
    'review',
    'sandbox',
    'stage',
    'staging',
    'stg',
    'test',
    'testing',
    'uat',
  ].map(word => [word, 'non-production'] as const),
]);

/** Before a word for production, together with it or apart, they make the opposite of it. */
const OPPOSITES = ['pre', 'non', 'not'];

/** What stands between the parts of a name: `review/fix`, `Production – shop`, `shop: live`. A hyphen within a part does not. */
const BETWEEN_PARTS = /[/\\:|,;()[\]{}]+|\s+\p{Pd}+\s+/u;

/** Letters and digits in any script; digits part words but name nothing. */
const RUNS = /[\p{L}\p{M}\p{N}]+/gu;
const LETTERS = /[\p{L}\p{M}]+/gu;

/** `prodEU` is `prod` and `EU`, `EUProd` is `EU` and `Prod`. */
const HUMPS = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;

function stageOf(word: string): Stage {
  const opposite = OPPOSITES.find(
    prefix =>
      word.startsWith(prefix) &&
      STAGES.get(word.slice(prefix.length)) === 'production',
  );
  return opposite ? 'non-production' : STAGES.get(word);
}

/** The words of a run of letters and digits. A run that names a stage as a whole is not taken apart. */
function wordsOf(run: string): string[] {
  const isWhole = (text: string) => stageOf(text.toLowerCase()) !== undefined;
  if (isWhole(run)) {
    return [run];
  }
  return (run.match(LETTERS) ?? []).flatMap(letters =>
    isWhole(letters) ? [letters] : letters.split(HUMPS),
  );
}

/** What each word of a text says, in order. */
function stagesIn(text: string): Stage[] {
  const words = (text.match(RUNS) ?? [])
    .flatMap(wordsOf)
    .map(word => word.toLowerCase());
  const stages: Stage[] = [];
  words.forEach((word, index) => {
    const stage = stageOf(word);
    const before = words[index - 1];
    if (stage === 'production' && OPPOSITES.includes(before)) {
      stages.splice(-1, 1, 'non-production');
    } else {
      stages.push(stage);
    }
  });
  return stages;
}

/** Whether a word of a name says that it is production, whatever the others say. */
export function namesProduction(name: string): boolean {
  return stagesIn(name).includes('production');
}

/** Which of two things are said. */
function saying(stages: readonly Stage[]): EnvironmentClass | 'both' {
  const isProduction = stages.includes('production');
  const isOther = stages.includes('non-production');
  if (isProduction) {
    return isOther ? 'both' : 'production';
  }
  return isOther ? 'non-production' : 'unknown';
}

/** Environments that are made for one change, as GitLab and Vercel name them: the rest of the name is that of a branch. */
const FOR_A_CHANGE = /^\s*(review|preview)\s*$/i;

/**
 * Tells from its name what an environment is for.
 *
 * @remarks
 * Words count, and not letters within them. Where words for production and for other stages stand in one name, the one in
 * the place that names the stage decides: a part of the name for itself, as in `Production – demo-storefront`; or the
 * first word, as in `prod-demo-shop`; or the last, as in `integration-hub-prod`. Where that tells nothing, as in
 * `prod-test`, the class is unknown: it must never be guessed that a deployment is none of production.
 */
export function classifyName(name: string): EnvironmentClass {
  const parts = name.split(BETWEEN_PARTS).filter(part => /\p{L}/u.test(part));
  if (FOR_A_CHANGE.test(parts[0] ?? '')) {
    return 'non-production';
  }
  const stages = parts.flatMap(stagesIn);
  const all = saying(stages);
  if (all !== 'both') {
    return all;
  }
  const alone = saying(
    parts
      .map(stagesIn)
      .filter(own => own.every(stage => stage !== undefined))
      .flat(),
  );
  if (alone !== 'unknown') {
    return alone === 'production' ? 'production' : 'unknown';
  }
  const isFirst =
    stages[0] === 'production' && stages.at(-1) !== 'non-production';
  const last = stagesIn(parts.at(-1) as string);
  const isLast =
    last.at(-1) === 'production' &&
    last.includes(undefined) &&
    !stages.slice(0, -last.length).includes('non-production');
  return isFirst || isLast ? 'production' : 'unknown';
}

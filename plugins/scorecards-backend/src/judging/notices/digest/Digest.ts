/** The parts of a digest, in the order in which they are told. */
export const DIGEST_PARTS = [
  'lost',
  'gained',
  'failing',
  'due',
  'ending',
  'waiting',
] as const;

/** A part of a digest. */
export type DigestPart = (typeof DIGEST_PARTS)[number];

/** What one part tells a team of one scorecard. */
export interface DigestLine {
  scorecardRef: string;
  count: number;
  /** The first few of them; empty where those who are told may not see the entities. */
  examples: string[];
}

/** What a team is told of a week: of its services, and never of persons. */
export type Digest = Partial<Record<DigestPart, DigestLine[]>>;

/** The digests of several teams, by their refs. Those that have nothing to tell are missing. */
export type Digests = Map<string, Digest>;

/** What all parts are read from. */
export interface DigestScope {
  ownerRefs: readonly string[];
  /** Of the week, milliseconds; `to` is exclusive. */
  from: number;
  to: number;
  now: number;
}

/** Adds an example to the line of a team and scorecard, which it begins with the count of all. */
export function addToDigest(
  digests: Digests,
  part: DigestPart,
  row: {
    ownerRef: string;
    scorecardRef: string;
    count: number;
    example?: string;
  },
): void {
  const digest = digests.get(row.ownerRef) ?? {};
  digests.set(row.ownerRef, digest);
  const lines = digest[part] ?? [];
  digest[part] = lines;
  let line = lines.find(
    ({ scorecardRef }) => scorecardRef === row.scorecardRef,
  );
  if (!line) {
    line = { scorecardRef: row.scorecardRef, count: row.count, examples: [] };
    lines.push(line);
  }
  if (row.example !== undefined) {
    line.examples.push(row.example);
  }
}

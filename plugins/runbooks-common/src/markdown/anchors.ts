/** What GitHub and most others do not keep of a heading in its anchor. */
const DROPPED = /[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu;

/** An anchor that the author chose: `## Meaning {#meaning}`. */
const CHOSEN = /\{:?\s*#([\w.:-]+)[^{}]*\}\s*$/;

/** Further in front than this none begins. */
const CHOSEN_LENGTH = 200;

/** Makes anchors of headings, each one once. */
export interface AnchorNames {
  /** The anchor of a heading, and its text without what chose it. */
  take(heading: string): { text: string; anchor: string };
}

/** Anchors as GitHub makes them. */
export function createAnchorNames(): AnchorNames {
  const taken = new Map<string, number>();
  return {
    take(heading) {
      const end = heading.slice(-CHOSEN_LENGTH);
      const chosen = CHOSEN.exec(end);
      if (chosen) {
        return {
          text: heading.slice(0, heading.length - end.length + chosen.index),
          anchor: chosen[1],
        };
      }
      const name = slugOf(heading);
      const count = taken.get(name) ?? 0;
      taken.set(name, count + 1);
      return { text: heading, anchor: count ? `${name}-${count}` : name };
    },
  };
}

/** The anchor of a heading that stands alone. */
export function slugOf(heading: string): string {
  return heading
    .toLocaleLowerCase('en-US')
    .replace(DROPPED, '')
    .trim()
    .replace(/ /g, '-');
}

import {
  FactSourceContext,
  ObservedFacts,
  ObservedFactsPage,
} from './FactSource';

const PAGE_SIZE = 200;

/**
 * Everything is read again each day: windows move on, and with them what falls out of a value, although nothing new is
 * told of the entity; and a value that stays the same has to be kept from turning stale.
 */
const REREAD_AFTER = 24 * 3_600_000;

/** Where a source is in the values. */
interface Position {
  /** The cursor of the last page; undefined at the beginning. */
  after?: string;
  /** When it last began at the beginning. Milliseconds since the epoch. */
  begunAt: number;
}

/** Goes on where the last run was, or begins anew if that is due or not known. */
function readPosition(text: string | undefined, now: number): Position {
  try {
    const { after, begunAt } = JSON.parse(text ?? '');
    return now - begunAt < REREAD_AFTER ? { after, begunAt } : { begunAt: now };
  } catch {
    return { begunAt: now };
  }
}

const writePosition = ({ after, begunAt }: Position) =>
  JSON.stringify({ after, begunAt });

/**
 * Observes the values that another backend tells of entities: those that changed since the run before, and all of them
 * once a day. Facts made of them live for 50 hours: twice as long as between two readings of everything, and some more.
 *
 * @public
 */
export async function* observeValues<TValues>(
  { cursor: given, signal }: Pick<FactSourceContext, 'cursor' | 'signal'>,
  options: {
    /** Reads a page of what changed after a cursor; an empty page is the end. */
    read(query: {
      after?: string;
      limit: number;
    }): Promise<{ items: TValues[]; cursor: string }>;
    observe(values: TValues): ObservedFacts;
  },
): AsyncIterable<ObservedFactsPage> {
  const { begunAt, ...start } = readPosition(given, Date.now());
  let { after } = start;
  let saved = given;
  for (;;) {
    signal.throwIfAborted();
    const { items, cursor: next } = await options.read({
      after,
      limit: PAGE_SIZE,
    });
    after = next;
    const cursor = writePosition({ after, begunAt });
    if (items.length > 0 || cursor !== saved) {
      yield { items: items.map(options.observe), cursor };
    }
    if (items.length === 0) {
      return;
    }
    saved = cursor;
  }
}

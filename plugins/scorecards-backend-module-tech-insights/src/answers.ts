import { z } from 'zod';

/** What tech-insights says of one fact of a retriever. */
const FactSchema = z.object({
  type: z.enum([
    'integer',
    'float',
    'string',
    'boolean',
    'datetime',
    'set',
    'object',
  ]),
  description: z.string().optional(),
});

/** One fact as tech-insights describes it. */
export type TechInsightsFact = z.output<typeof FactSchema>;

/** `GET /fact-schemas`: the newest schema of each retriever, its facts beside `id`, `version` and `entityFilter`. */
const SchemasSchema = z.array(
  z.looseObject({ id: z.string(), entityFilter: z.unknown().optional() }),
);

/** `GET /facts/latest`: the newest row of each retriever that has one for the entity. */
const LatestSchema = z.record(
  z.string(),
  z.object({
    // Null where the database gave it a time that it does not read itself.
    timestamp: z.string().nullable().optional(),
    facts: z.record(z.string(), z.json()),
  }),
);

/** What a retriever last saw of an entity. */
export type LatestRow = z.output<typeof LatestSchema>[string];

/** What a retriever observes, and of which kinds of entities. */
export interface Retriever {
  id: string;
  facts: Map<string, TechInsightsFact>;
  /** In lower case; undefined for all. */
  kinds?: ReadonlySet<string>;
}

/** The retrievers that an answer describes. Fields that describe no fact are left out. */
export function parseRetrievers(answer: unknown): Retriever[] {
  return SchemasSchema.parse(answer).map(({ id, entityFilter, ...fields }) => ({
    id,
    kinds: kindsOf(entityFilter),
    facts: new Map(
      Object.entries(fields).flatMap(([name, field]) => {
        const { data } = FactSchema.safeParse(field);
        return data ? [[name, data]] : [];
      }),
    ),
  }));
}

export function parseLatest(answer: unknown): Record<string, LatestRow> {
  return LatestSchema.parse(answer);
}

/** The kinds that a filter of the catalog lets through; undefined where it may let all through. */
function kindsOf(filter: unknown): ReadonlySet<string> | undefined {
  const kinds = new Set<string>();
  for (const part of [filter].flat()) {
    const named = (part as { kind?: unknown } | null | undefined)?.kind;
    const texts = [named].flat().filter(one => typeof one === 'string');
    if (texts.length === 0) {
      return undefined;
    }
    texts.forEach(kind => kinds.add(kind.toLocaleLowerCase('en-US')));
  }
  return kinds.size === 0 ? undefined : kinds;
}

import {
  Entity,
  RELATION_HAS_MEMBER,
  RELATION_PARENT_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { FactSourceContext } from '@fairlead/backstage-plugin-scorecards-node';
import { hasOnCall } from './hasOnCall';

/** What is kept of a group while a run lasts. */
export interface Team {
  type?: string;
  hasOnCall: boolean;
  members: number;
  children: string[];
}

/** The groups of the catalog, read once a run. */
export class Teams {
  readonly #teams = new Map<string, Team>();

  static async load(
    context: Pick<FactSourceContext, 'entities'>,
  ): Promise<Teams> {
    const teams = new Teams();
    for await (const page of context.entities({ filter: { kind: 'Group' } })) {
      page.forEach(group => teams.#add(group));
    }
    return teams;
  }

  private constructor() {}

  get(groupRef: string): Team | undefined {
    return this.#teams.get(groupRef);
  }

  /** Members of the group and of all groups below it; one who is in two of them counts twice. */
  countMembers(groupRef: string): number {
    const seen = new Set([groupRef]);
    let count = 0;
    // The set grows during the iteration; it still ends when parents form a cycle.
    for (const ref of seen) {
      const team = this.#teams.get(ref);
      count += team?.members ?? 0;
      team?.children.forEach(child => seen.add(child));
    }
    return count;
  }

  #add(group: Entity) {
    const relations = group.relations ?? [];
    const type = group.spec?.type;
    this.#teams.set(stringifyEntityRef(group), {
      ...(typeof type === 'string' && type !== '' && { type }),
      hasOnCall: hasOnCall(group),
      members: relations.filter(
        ({ type: name }) => name === RELATION_HAS_MEMBER,
      ).length,
      children: relations
        .filter(({ type: name }) => name === RELATION_PARENT_OF)
        .map(({ targetRef }) => targetRef),
    });
  }
}

import { Entity } from '@backstage/catalog-model';
import {
  RunbookPage,
  RunbookUse,
  UsePage,
} from '@fairlead/backstage-plugin-runbooks-common';
import { assertGone } from '../servers/assertGone';
import { Server } from '../servers/startServer';
import { askRunbooks } from './startProbingServer';

const STEPS = 200;

const PEOPLE = 4;

/** An incident that several people go through the same runbook for, each ticking steps of their own. */
export class Checklist {
  /** What was answered as done, by step. */
  readonly #answered = new Map<string, boolean>();
  /** What was asked for and not answered: it may be so, or not. */
  readonly #open = new Map<string, boolean>();
  readonly #uses = new Set<string>();
  /** How many changes were answered as done. */
  changes = 0;

  static entity(): Entity {
    const steps = Array.from(
      { length: STEPS },
      (_, step) => `- [ ] Look at pod ${step}`,
    );
    return {
      apiVersion: 'fairlead.dev/v1alpha1',
      kind: 'Runbook',
      metadata: { name: 'checklist' },
      spec: {
        owner: 'team',
        alerts: ['Kill'],
        text: ['# Mitigation', ...steps].join('\n'),
      },
    };
  }

  /** Ticks steps and takes the ticks back, until the backend answers no more. */
  async tickUntilGone(server: Server, runbook: string): Promise<void> {
    await this.#eachPerson(async isOwn => {
      const use = await this.#start(server, runbook).catch(assertGone);
      const steps = use?.steps.filter((_, index) => isOwn(index)) ?? [];
      for (let turn = 0; use && steps.length > 0; turn += 1) {
        const { id, done } = steps[turn % steps.length];
        const isTurned = Math.floor(turn / steps.length) % 2 === 1;
        const change = { step: id, done: isTurned ? done : !done };
        if (!(await this.#tell(server, use, change))) {
          return;
        }
      }
    });
  }

  /** Ticks all that is not ticked. */
  async tickRest(server: Server, runbook: string): Promise<void> {
    await this.#eachPerson(async isOwn => {
      const use = await this.#start(server, runbook);
      const steps = use.steps.filter(
        (step, index) => isOwn(index) && !step.done,
      );
      for (const { id } of steps) {
        if (!(await this.#tell(server, use, { step: id, done: true }))) {
          throw new Error(`The step '${id}' could not be ticked`);
        }
      }
    });
  }

  /** How much of what was answered as done is not there, and how many uses there are in place of the one. */
  async compare(server: Server): Promise<{ lost: number; uses: number }> {
    const uses = await readUses(server);
    const stored = uses.find(({ id }) => this.#uses.has(id));
    const different = [...this.#answered].filter(([step, done]) => {
      const now = stored?.steps.find(({ id }) => id === step)?.done;
      return now !== done && now !== this.#open.get(step);
    });
    // Each change makes a revision, after the first.
    const missing = this.changes - ((stored?.revision ?? 1) - 1);
    return {
      lost: Math.max(different.length, missing),
      uses: new Set([...this.#uses, ...uses.map(({ id }) => id)]).size,
    };
  }

  async #eachPerson(
    act: (isOwn: (index: number) => boolean) => Promise<void>,
  ): Promise<void> {
    await Promise.all(
      Array.from({ length: PEOPLE }, (_, person) =>
        act(index => index % PEOPLE === person),
      ),
    );
  }

  async #start(server: Server, runbook: string): Promise<RunbookUse> {
    const use = await askRunbooks<RunbookUse>(server, '/uses', {
      method: 'POST',
      body: { runbook, for: { incident: 'incident:bench:1' } },
    });
    this.#uses.add(use.id);
    return use;
  }

  /** Whether it was answered as done. */
  async #tell(
    server: Server,
    use: RunbookUse,
    change: { step: string; done: boolean },
  ): Promise<boolean> {
    const { step, done } = change;
    this.#open.set(step, done);
    try {
      await askRunbooks(server, `/uses/${use.id}`, {
        method: 'PATCH',
        body: change,
      });
    } catch (error) {
      assertGone(error);
      return false;
    }
    this.#open.delete(step);
    this.#answered.set(step, done);
    this.changes += 1;
    return true;
  }
}

/** All uses, as they are stored. */
export async function readUses(server: Server): Promise<RunbookUse[]> {
  const { items } = await askRunbooks<UsePage>(server, '/uses?limit=500');
  return items;
}

/** The id of the runbook. */
export async function readChecklist(server: Server): Promise<string> {
  const { items } = await askRunbooks<RunbookPage>(
    server,
    '/runbooks?alert=Kill',
  );
  return items[0].id;
}

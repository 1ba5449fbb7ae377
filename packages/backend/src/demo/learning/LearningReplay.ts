import {
  IncidentDetail,
  IncidentPage,
  IncidentSummary,
  TellMoment,
} from '@fairlead/backstage-plugin-runbooks-common';
import { ServiceClient } from '@fairlead/service-client';
import { imagineLearning, Learning } from './imagineLearning';

/** Tells the runbooks backend what no source knows of the demo's incidents: as a service that imports it. */
export class LearningReplay {
  readonly #ask: ServiceClient;
  /** Of this process; whoever does not remember finds it told. */
  readonly #told = new Set<string>();

  static create(options: {
    /** Asks the runbooks backend. */
    ask: ServiceClient;
  }): LearningReplay {
    return new LearningReplay(options.ask);
  }

  private constructor(ask: ServiceClient) {
    this.#ask = ask;
  }

  /** Tells of each incident what was said until now, once its review is out. */
  async run(options: { now: number; signal?: AbortSignal }): Promise<void> {
    for (const incident of await this.#listResolved()) {
      options.signal?.throwIfAborted();
      const learning = imagineLearning(incident);
      const isLater = [learning?.review?.at, learning?.change?.at].some(
        at => at !== undefined && Date.parse(at) > options.now,
      );
      if (learning && !isLater && !this.#told.has(incident.id)) {
        await this.#tell(incident, { learning, now: options.now });
        this.#told.add(incident.id);
      }
    }
  }

  async #listResolved(): Promise<IncidentSummary[]> {
    const incidents: IncidentSummary[] = [];
    let cursor: string | undefined;
    do {
      const page: IncidentPage = await this.#send(
        'GET',
        `/incidents?limit=500&open=false${cursor ? `&cursor=${cursor}` : ''}`,
      );
      incidents.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return incidents;
  }

  /** Leaves out what a source told, and what was told before. */
  async #tell(
    incident: IncidentSummary,
    { learning, now }: { learning: Learning; now: number },
  ): Promise<void> {
    const path = `/incidents/${encodeURIComponent(incident.id)}`;
    const { mitigatedAt, review, change } = learning;
    const mitigation = incident.stages.find(
      ({ stage }) => stage === 'mitigation',
    );
    if (mitigatedAt !== undefined && mitigation?.state !== 'known') {
      await this.#send('POST', `${path}/stages`, {
        moment: 'mitigated',
        at: new Date(mitigatedAt).toISOString(),
      } satisfies TellMoment);
    }
    if (incident.learning.state === 'not-asked') {
      return;
    }
    const detail = await this.#send<IncidentDetail>('GET', path);
    if (review && !detail.review) {
      await this.#send('POST', `${path}/review`, review);
    }
    if (change) {
      await this.#send('POST', `${path}/changes`, change);
    }
    if (detail.followUps.length === 0) {
      await this.#tellFollowUps(path, { learning, now });
    }
  }

  async #tellFollowUps(
    path: string,
    { learning, now }: { learning: Learning; now: number },
  ): Promise<void> {
    for (const { added, closedAt } of learning.followUps) {
      const { followUps } = await this.#send<IncidentDetail>(
        'POST',
        `${path}/follow-ups`,
        added,
      );
      const followUp = followUps.find(({ title }) => title === added.title);
      if (followUp && closedAt && Date.parse(closedAt) <= now) {
        await this.#send('PATCH', `${path}/follow-ups/${followUp.id}`, {
          closed: true,
          at: closedAt,
        });
      }
    }
  }

  async #send<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await this.#ask(path, {
      method,
      body: body && JSON.stringify(body),
    });
    return response.json();
  }
}

import { ForCaller } from '@fairlead/backend-routes';
import {
  IncidentDetail,
  IncidentPage,
} from '@fairlead/backstage-plugin-runbooks-common';
import { ForVisible, VisibilityService } from '../../catalog/visibility';
import { AuthorizedIncidentNotes } from '../../records/incidents';
import { IncidentFilter, Incidents } from './Incidents';

/** Incidents for callers from outside: of entities that they may read, and with no others named. */
export class AuthorizedIncidents implements Incidents<ForCaller> {
  readonly #incidents: Incidents<ForVisible>;
  readonly #notes: AuthorizedIncidentNotes;
  readonly #visibility: VisibilityService;

  static create(
    incidents: Incidents<ForVisible>,
    options: { notes: AuthorizedIncidentNotes; visibility: VisibilityService },
  ): AuthorizedIncidents {
    return new AuthorizedIncidents(incidents, options);
  }

  private constructor(
    incidents: Incidents<ForVisible>,
    options: { notes: AuthorizedIncidentNotes; visibility: VisibilityService },
  ) {
    this.#incidents = incidents;
    this.#notes = options.notes;
    this.#visibility = options.visibility;
  }

  async list(
    query: IncidentFilter & { limit: number; cursor?: string },
    caller: ForCaller,
  ): Promise<IncidentPage> {
    return this.#incidents.list(query, await this.#scope(caller));
  }

  async get(key: string, caller: ForCaller): Promise<IncidentDetail> {
    const detail = await this.#incidents.get(key, await this.#scope(caller));
    return { ...detail, mayUpdate: await this.#notes.mayUpdate(key, caller) };
  }

  async #scope(caller: ForCaller): Promise<ForVisible> {
    return { visible: await this.#visibility.ofCatalog(caller) };
  }
}

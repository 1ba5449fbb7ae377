import {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { audited, defineRoute, ForCaller } from '@fairlead/backend-routes';
import { Request } from 'express';
import { Incidents } from '../../answers/incidents';
import { AuthorizedIncidentNotes } from '../../records/incidents';
import {
  AddFollowUpBody,
  ChangeFollowUpBody,
  FollowUpPath,
  IncidentPath,
  IncidentSchema,
  IncidentsQuery,
  IncidentsSchema,
  LinkChangeBody,
  TellMomentBody,
  WriteReviewBody,
} from '../schema/incidents';

const AFTERWARDS = {
  description: 'The incident as it is then',
  content: { 'application/json': IncidentSchema },
};

export function createIncidentRoutes(options: {
  auditor: AuditorService;
  incidentNotes: AuthorizedIncidentNotes;
  incidents: Incidents<ForCaller>;
}) {
  const { auditor, incidentNotes, incidents } = options;

  /** Audits a change, and answers what the incident is after it. */
  async function change(
    request: {
      params: { id: string };
      credentials: BackstageCredentials;
      req: Request;
    },
    eventId: string,
    apply: (caller: ForCaller) => Promise<void>,
  ) {
    const caller = { credentials: request.credentials };
    await audited(
      auditor,
      {
        eventId,
        severityLevel: 'medium',
        request: request.req,
        meta: request.params,
      },
      () => apply(caller),
    );
    return incidents.get(request.params.id, caller);
  }

  return [
    defineRoute({
      operationId: 'listIncidents',
      summary: 'Lists incidents, the latest first, with what they come to',
      description:
        'Medians and shares are of all incidents that fit the filter, with how many these are. An incident is shown where one of its entities is.',
      method: 'get',
      path: '/incidents',
      query: IncidentsQuery,
      response: {
        description: 'A page of incidents; nobody is named',
        content: { 'application/json': IncidentsSchema },
      },
      handle: async ({ query, credentials }) =>
        incidents.list(query, { credentials }),
    }),

    defineRoute({
      operationId: 'getIncident',
      summary: 'Tells how far an incident is, and what it led to',
      method: 'get',
      path: '/incidents/:id',
      params: IncidentPath,
      response: {
        description: 'The incident; nobody is named',
        content: { 'application/json': IncidentSchema },
      },
      errors: [404],
      handle: async ({ params, credentials }) =>
        incidents.get(params.id, { credentials }),
    }),

    defineRoute({
      operationId: 'tellIncidentMoment',
      summary: 'Says when an incident was at a point that no source tells',
      description:
        'For the teams that own its entities. What a source tells outranks it; what a person told before is corrected by it.',
      method: 'post',
      path: '/incidents/:id/stages',
      params: IncidentPath,
      body: TellMomentBody,
      response: AFTERWARDS,
      errors: [404, 409],
      handle: async ({ body, ...request }) =>
        change(request, 'incident-moment-tell', caller =>
          incidentNotes.tellMoment(request.params.id, body, caller),
        ),
    }),

    defineRoute({
      operationId: 'writeIncidentReview',
      summary: 'Writes and publishes the review of an incident',
      description:
        'Parts that are left out stay as they are. A part that is there already is written over only with the revision that was read.',
      method: 'post',
      path: '/incidents/:id/review',
      params: IncidentPath,
      body: WriteReviewBody,
      response: AFTERWARDS,
      errors: [404, 409, 413],
      handle: async ({ body, ...request }) =>
        change(request, 'incident-review-write', caller =>
          incidentNotes.writeReview(request.params.id, body, caller),
        ),
    }),

    defineRoute({
      operationId: 'linkIncidentChange',
      summary: 'Links what was changed because of an incident',
      description: 'The same address again changes nothing.',
      method: 'post',
      path: '/incidents/:id/changes',
      params: IncidentPath,
      body: LinkChangeBody,
      response: { status: 201, ...AFTERWARDS },
      errors: [404, 409],
      handle: async ({ body, ...request }) =>
        change(request, 'incident-change-link', caller =>
          incidentNotes.linkChange(request.params.id, body, caller),
        ),
    }),

    defineRoute({
      operationId: 'addIncidentFollowUp',
      summary: 'Adds something that was agreed after an incident',
      method: 'post',
      path: '/incidents/:id/follow-ups',
      params: IncidentPath,
      body: AddFollowUpBody,
      response: { status: 201, ...AFTERWARDS },
      errors: [404, 409],
      handle: async ({ body, ...request }) =>
        change(request, 'incident-follow-up-create', caller =>
          incidentNotes.addFollowUp(request.params.id, body, caller),
        ),
    }),

    defineRoute({
      operationId: 'changeIncidentFollowUp',
      summary: 'Closes or changes something that was agreed here',
      description: 'Those that the source tells are changed there.',
      method: 'patch',
      path: '/incidents/:id/follow-ups/:followUp',
      params: FollowUpPath,
      body: ChangeFollowUpBody,
      response: AFTERWARDS,
      errors: [404, 409],
      handle: async ({ body, ...request }) =>
        change(request, 'incident-follow-up-update', caller =>
          incidentNotes.changeFollowUp(
            request.params.id,
            request.params.followUp,
            body,
            caller,
          ),
        ),
    }),
  ];
}

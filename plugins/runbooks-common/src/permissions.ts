import { createPermission } from '@backstage/plugin-permission-common';

/** Read runbooks, what fires, coverage, uses and incidents of entities that one may see. @public */
export const runbooksRunbookReadPermission = createPermission({
  name: 'runbooks.runbook.read',
  attributes: { action: 'read' },
});

/** Start a use of a runbook, tick its steps and finish it. @public */
export const runbooksUseCreatePermission = createPermission({
  name: 'runbooks.use.create',
  attributes: { action: 'create' },
});

/** Say that one has read a runbook and that it holds. @public */
export const runbooksVerificationCreatePermission = createPermission({
  name: 'runbooks.verification.create',
  attributes: { action: 'create' },
});

/** Tell stages of an incident of one's own team, and write its review. @public */
export const runbooksIncidentUpdatePermission = createPermission({
  name: 'runbooks.incident.update',
  attributes: { action: 'update' },
});

/** The same of any team's incidents. @public */
export const runbooksIncidentUpdateAnyPermission = createPermission({
  name: 'runbooks.incident.update.any',
  attributes: { action: 'update' },
});

/** Read the values of all entities, the texts of all runbooks and the drills of persons; for services. @public */
export const runbooksValueReadPermission = createPermission({
  name: 'runbooks.value.read',
  attributes: { action: 'read' },
});

/** All permissions of the runbooks plugin. @public */
export const runbooksPermissions = [
  runbooksRunbookReadPermission,
  runbooksUseCreatePermission,
  runbooksVerificationCreatePermission,
  runbooksIncidentUpdatePermission,
  runbooksIncidentUpdateAnyPermission,
  runbooksValueReadPermission,
];

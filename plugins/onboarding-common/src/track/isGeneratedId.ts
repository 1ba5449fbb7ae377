const GENERATED_ID =
  /^(?:services|runbooks|decisions|dashboards|people|handover)-(?:rest|[a-z0-9]{14})$/;

/** Whether an id is one that a task of the catalog may have. */
export function isGeneratedId(id: string): boolean {
  return GENERATED_ID.test(id);
}

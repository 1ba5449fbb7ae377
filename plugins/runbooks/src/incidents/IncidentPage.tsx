/** Follows. */
export const IncidentPage = () => <></>;

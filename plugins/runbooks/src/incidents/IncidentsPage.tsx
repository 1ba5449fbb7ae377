/** Follows. */
export const IncidentsPage = () => <></>;

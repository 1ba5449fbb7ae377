/** The words of incidents. */
export const incidentsMessages = {} as const;

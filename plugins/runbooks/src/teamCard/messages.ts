/** The words of teamCard. */
export const teamCardMessages = {} as const;

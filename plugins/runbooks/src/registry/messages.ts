/** The words of registry. */
export const registryMessages = {} as const;

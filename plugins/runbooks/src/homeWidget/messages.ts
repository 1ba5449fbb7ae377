/** The words of homeWidget. */
export const homeWidgetMessages = {} as const;

/** The portal page around its parts. */
export const portalMessages = {
  title: 'Runbooks',
  tabs: {
    label: 'Parts of this page',
    runbooks: 'Runbooks',
    coverage: 'Alert coverage',
    incidents: 'Incidents',
  },
} as const;

/** The portal page around its parts. */
export const portalMessages = {
  title: 'My journey',
  tabs: {
    label: 'Parts of this page',
    mine: 'My journey',
    tracks: 'Tracks',
  },
} as const;

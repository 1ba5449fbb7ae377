import { CardLayout, CardSettings } from '@backstage/plugin-home-react/alpha';

/** What a reader can set on the widget. */
export const homeDeliverySettings: CardSettings = {
  schema: {
    title: 'Waiting for me and my teams',
    type: 'object',
    properties: {
      mineFirst: {
        title: 'My own changes first',
        type: 'boolean',
        default: true,
      },
      rows: {
        title: 'Changes shown',
        type: 'integer',
        minimum: 1,
        maximum: 20,
        default: 5,
      },
    },
  },
};

/** How large the widget may be on the grid. */
export const homeDeliveryLayout: CardLayout = {
  width: { minColumns: 3, defaultColumns: 6 },
  height: { minRows: 3, defaultRows: 6 },
};

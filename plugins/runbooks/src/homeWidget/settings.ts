import { CardLayout, CardSettings } from '@backstage/plugin-home-react/alpha';

/** What a reader can set on the widget. */
export const homeRunbooksSettings: CardSettings = {
  schema: {
    title: 'Firing on my teams’ services',
    type: 'object',
    properties: {
      onlyPaging: {
        title: 'Only alerts that may page',
        type: 'boolean',
        default: false,
      },
      rows: {
        title: 'Alerts shown',
        type: 'integer',
        minimum: 1,
        maximum: 20,
        default: 5,
      },
    },
  },
};

/** How large the widget may be on the grid. */
export const homeRunbooksLayout: CardLayout = {
  width: { minColumns: 3, defaultColumns: 6 },
  height: { minRows: 3, defaultRows: 5 },
};

import { CardLayout, CardSettings } from '@backstage/plugin-home-react/alpha';

/** What a reader can set on the widget. */
export const homeScorecardsSettings: CardSettings = {
  schema: {
    title: 'Scorecards',
    type: 'object',
    properties: {
      scorecard: {
        title: 'Scorecard',
        description:
          'Its name, for example production-readiness. Left empty: the first one.',
        type: 'string',
      },
      rows: {
        title: 'Entities shown',
        type: 'integer',
        minimum: 1,
        maximum: 10,
        default: 5,
      },
    },
  },
};

/** How large the widget may be on the grid. */
export const homeScorecardsLayout: CardLayout = {
  width: { minColumns: 3, defaultColumns: 6 },
  height: { minRows: 3, defaultRows: 6 },
};

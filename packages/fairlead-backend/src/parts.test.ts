import { mockServices } from '@backstage/backend-test-utils';
import { dependencies } from '../package.json';
import { partsFor } from './parts';
import { readChoice } from './readChoice';

const HOUSE = '@fairlead/backstage-plugin-';

const chosenBy = (data: {}) =>
  partsFor(readChoice(mockServices.rootConfig({ data })));

/** Without the packages that are there whatever is chosen. */
const ofFamilies = (data: {}) =>
  chosenBy(data)
    .filter(
      name =>
        name !== '@fairlead/database-health' &&
        name !== `${HOUSE}catalog-backend-module-fairlead`,
    )
    .map(name => name.replace(HOUSE, ''));

describe('what the loader adds', () => {
  it('is every package that it depends on, where everything is chosen', () => {
    const sources = [
      ...['alertmanager', 'azureDevops', 'bitbucket', 'cdevents', 'github'],
      ...['gitlab', 'incidentIo', 'pagerduty', 'rootly'],
    ];
    expect(
      chosenBy({
        fairlead: { scaffolder: true, scmFiles: true, sources },
        scorecards: { techInsights: {} },
      }).sort(),
    ).toEqual(
      Object.keys(dependencies)
        .filter(name => /-backend|-module-|database-health/.test(name))
        .filter(name => name !== '@backstage/backend-plugin-api')
        .sort(),
    );
  });

  it('are the sources that have settings, where none are named', () => {
    const parts = ofFamilies({
      events: { modules: { github: {}, grafana: {} } },
    });
    expect(parts.filter(name => name.startsWith('delivery-backend-'))).toEqual([
      'delivery-backend-module-alertmanager',
      'delivery-backend-module-github',
    ]);
  });

  it('are the families that are named, and what joins these', () => {
    expect(
      ofFamilies({
        fairlead: { families: ['scorecards', 'runbooks'] },
        events: { modules: { github: {} } },
      }),
    ).toEqual([
      'scorecards-backend',
      'search-backend-module-scorecards',
      'runbooks-backend',
      'search-backend-module-runbooks',
      'scorecards-backend-module-runbooks',
    ]);
  });

  it('leaves out what the portal has already or has not at all', () => {
    const parts = chosenBy({
      fairlead: { eventsBackend: false, search: false },
    });
    expect(parts).not.toContain('@backstage/plugin-events-backend');
    expect(parts).not.toContain(`${HOUSE}search-backend-module-runbooks`);
    expect(parts).not.toContain(`${HOUSE}search-backend-module-scorecards`);
    expect(parts).not.toContain(`${HOUSE}scaffolder-backend-module-scorecards`);
  });

  it('says which names it knows where it is given another', () => {
    expect(() => chosenBy({ fairlead: { families: ['scorecard'] } })).toThrow(
      "The configuration fairlead.families names 'scorecard'; write one of scorecards, delivery, runbooks, onboarding",
    );
  });
});

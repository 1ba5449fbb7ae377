import { Choice, Family, Source } from './readChoice';

/** The package of a plugin or module, and whether a portal that has chosen so runs it. */
type Part = [name: string, isWanted: (choice: Choice) => boolean];

const HOUSE = '@fairlead/backstage-plugin';

const always = () => true;

/** A backend of a family; of several families, what joins them. */
const of =
  (...families: Family[]) =>
  (choice: Choice) =>
    families.every(family => choice.families.has(family));

/** Of delivery, what reads one of these systems. */
const reads =
  (...sources: Source[]) =>
  (choice: Choice) =>
    choice.families.has('delivery') &&
    sources.some(source => choice.sources.has(source));

const PARTS: Part[] = [
  ['@fairlead/database-health', always],
  [`${HOUSE}-catalog-backend-module-fairlead`, always],

  [`${HOUSE}-scorecards-backend`, of('scorecards')],
  [
    `${HOUSE}-scorecards-backend-module-scm-files`,
    choice => choice.families.has('scorecards') && choice.scmFiles,
  ],
  [
    `${HOUSE}-scorecards-backend-module-tech-insights`,
    choice => choice.families.has('scorecards') && choice.techInsights,
  ],
  [
    `${HOUSE}-search-backend-module-scorecards`,
    choice => choice.families.has('scorecards') && choice.search,
  ],
  [
    `${HOUSE}-scaffolder-backend-module-scorecards`,
    choice => choice.families.has('scorecards') && choice.scaffolder,
  ],

  [
    '@backstage/plugin-events-backend',
    choice => choice.families.has('delivery') && choice.eventsBackend,
  ],
  [`${HOUSE}-delivery-backend`, of('delivery')],
  [
    `${HOUSE}-delivery-backend-module-alertmanager`,
    reads('alertmanager', 'grafana'),
  ],
  [`${HOUSE}-delivery-backend-module-azure-devops`, reads('azureDevops')],
  [`${HOUSE}-delivery-backend-module-bitbucket`, reads('bitbucket')],
  [`${HOUSE}-delivery-backend-module-cdevents`, reads('cdevents')],
  [`${HOUSE}-delivery-backend-module-github`, reads('github')],
  [`${HOUSE}-delivery-backend-module-gitlab`, reads('gitlab')],
  [`${HOUSE}-delivery-backend-module-incident-io`, reads('incidentIo')],
  [`${HOUSE}-delivery-backend-module-pagerduty`, reads('pagerduty')],
  [`${HOUSE}-delivery-backend-module-rootly`, reads('rootly')],

  [`${HOUSE}-runbooks-backend`, of('runbooks')],
  [
    `${HOUSE}-search-backend-module-runbooks`,
    choice => choice.families.has('runbooks') && choice.search,
  ],

  [`${HOUSE}-onboarding-backend`, of('onboarding')],

  [`${HOUSE}-scorecards-backend-module-delivery`, of('scorecards', 'delivery')],
  [`${HOUSE}-scorecards-backend-module-runbooks`, of('scorecards', 'runbooks')],
  [
    `${HOUSE}-scorecards-backend-module-onboarding`,
    of('scorecards', 'onboarding'),
  ],
  [`${HOUSE}-runbooks-backend-module-delivery`, of('runbooks', 'delivery')],
  [`${HOUSE}-onboarding-backend-module-delivery`, of('onboarding', 'delivery')],
  [`${HOUSE}-onboarding-backend-module-runbooks`, of('onboarding', 'runbooks')],
  [
    `${HOUSE}-onboarding-backend-module-scorecards`,
    of('onboarding', 'scorecards'),
  ],
];

/** The names of the packages that a portal which has chosen so runs. */
export function partsFor(choice: Choice): string[] {
  return PARTS.filter(([, isWanted]) => isWanted(choice)).map(([name]) => name);
}

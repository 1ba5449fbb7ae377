/**
 * Shortened configurations from public repositories:
 *
 * - tech-insights: the README of `@backstage-community/plugin-tech-insights-backend-module-jsonfc`, a portal that watches a
 *   database (its checks are described in Korean), and a portal that asks GitHub about repositories
 * - Red Hat Developer Hub: the thresholds of its documentation
 * - Compass: two ways in which scorecards are kept in Git
 */
export const GROUP_OWNER = `
techInsights:
  factRetrievers:
    entityOwnershipFactRetriever:
      cadence: '*/15 * * * *'
      lifecycle: { timeToLive: { weeks: 2 } }
  factChecker:
    checks:
      groupOwnerCheck:
        type: json-rules-engine
        name: Group Owner Check
        description: Verifies that a group has been set as the spec.owner for this entity
        factIds:
          - entityOwnershipFactRetriever
        rule:
          conditions:
            all:
              - fact: hasGroupOwner
                operator: equal
                value: true
`;

export const DATABASE = `
app:
  title: Portal
techInsights:
  factChecker:
    checks:
      db-connection-active:
        type: json-rules-engine
        name: DB 연결 상태
        description: 데이터베이스가 정상적으로 연결되어 있는지 확인
        factIds: [tech-blog-db-status-retriever]
        rule:
          conditions:
            all:
              - fact: dbConnectionStatus
                operator: equal
                value: true
      db-response-time-healthy:
        type: json-rules-engine
        name: DB 응답 시간
        description: 데이터베이스 응답 시간이 200ms 이하인지 확인
        factIds: [tech-blog-db-status-retriever]
        rule:
          conditions:
            all:
              - fact: dbResponseTime
                operator: lessThanInclusive
                value: 200
`;

export const REPOSITORY = `
techInsights:
  factChecker:
    checks:
      repoNotArchivedCheck:
        type: json-rules-engine
        name: Repository Is Active
        factIds: [githubRepoMetadataFactRetriever]
        metadata: { category: Security, rank: 2 }
        rule:
          conditions:
            all:
              - fact: githubIsArchived
                operator: equal
                value: false
      repoByPathCheck:
        type: json-rules-engine
        name: Repository Is Active
        factIds: [githubRepoMetadataFactRetriever]
        rule:
          conditions:
            all:
              - fact: githubRepoMetadataFactRetriever
                path: $.githubIsArchived
                operator: equal
                value: false
`;

export const NESTED_WRONG = `
techInsights:
  factChecker:
    checks:
      hasOwner:
        rule:
          factIds: [entityOwnershipFactRetriever]
          engine: json-rules-engine
          checkSpec:
            rule:
              conditions:
                all:
                  - fact: hasOwner
                    operator: equal
                    value: true
        name: Has Owner
        description: Component has an owner defined
        type: json-rules-engine
        factIds: [entityOwnershipFactRetriever]
`;

export const THRESHOLDS = `
scorecard:
  plugins:
    github:
      openPRs:
        thresholds:
          rules:
            - key: success
              expression: '<10'
            - key: warning
              expression: '10-50'
            - key: error
              expression: '>50'
    filecheck:
      readme:
        thresholds:
          rules:
            - { key: exist, expression: '==true', color: success.main }
            - { key: missing, expression: '==false', color: error.main }
    sonarqube:
      rating:
        thresholds:
          rules:
            - { key: success, expression: '==1' }
            - { key: warning, expression: '<=3' }
            - { key: error, expression: '>3' }
`;

export const COMPASS_IN_GIT = `
apiVersion: catalog.onefootball.com/v1alpha1
kind: Scorecard
metadata:
  name: observability
spec:
  componentTypeIds:
  - SERVICE
  criteria:
  - hasMetricValue:
      comparator: EQUALS
      comparatorValue: 1
      metricName: instrumentation-check
      name: instrumentation-check
      weight: 15
  - hasMetricValue:
    weight: 60
    name: msg-per-sec
    metricName: metric-test-1
    comparatorValue: 15
    comparator: GREATER_THAN
  description: Evaluates observability practices
  importance: REQUIRED
  name: observability
  scoringStrategyType: WEIGHT_BASED
  state: PUBLISHED
`;

/** As the GraphQL API answers. */
export const COMPASS_ANSWER = JSON.stringify({
  data: {
    compass: {
      scorecard: {
        name: 'Component readiness',
        componentTypeIds: ['SERVICE', 'CLOUD_RESOURCE'],
        criterias: [
          {
            __typename: 'CompassHasOwnerScorecardCriteria',
            name: null,
            weight: 40,
          },
          {
            __typename: 'CompassHasLinkScorecardCriteria',
            linkType: 'ON_CALL',
            textComparator: null,
            weight: 20,
            maturityGroup: { name: 'Level 2' },
          },
          {
            __typename: 'CompassHasPackageDependencyScorecardCriteria',
            weight: 40,
          },
        ],
      },
    },
  },
});

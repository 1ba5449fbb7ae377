import { mockCredentials } from '@backstage/backend-test-utils';
import { createHmac } from 'node:crypto';

/** Where something is sent to, and what a sender sends there. */
export interface Door {
  name: string;
  path: string;
  headers(body: string): Record<string, string>;
  /** Another body for each number. */
  bodyOf(n: number): string;
}

const SECRET = 'known-to-both';

/** The configuration with which all doors are open. */
export const doorsConfig = {
  azureDevops: { password: SECRET },
  bitbucket: { webhookSecret: SECRET },
  github: { webhookSecret: SECRET },
  gitlab: { webhookSecret: SECRET },
  pagerduty: { webhookSecret: SECRET },
  alertmanager: { token: SECRET },
  grafana: { token: SECRET },
};

const AT = '2026-11-20T12:00:00Z';

const hmac = (body: string) =>
  createHmac('sha256', SECRET).update(body).digest('hex');

const webhook = (
  topic: string,
  headers: Door['headers'],
  payload: (n: number) => unknown,
): Door => ({
  name: topic,
  path: `/api/events/http/${topic}`,
  headers: body => ({ 'Content-Type': 'application/json', ...headers(body) }),
  bodyOf: n => JSON.stringify(payload(n)),
});

const ofService = { Authorization: mockCredentials.service.header() };

/** Every door that something is sent to. */
export const doors: Door[] = [
  webhook(
    'github',
    body => ({
      'X-GitHub-Event': 'ping',
      'X-Hub-Signature-256': `sha256=${hmac(body)}`,
    }),
    n => ({ zen: 'Keep it logically awesome.', hook_id: n }),
  ),
  webhook(
    'gitlab',
    () => ({ 'X-Gitlab-Token': SECRET }),
    n => ({ object_kind: 'feature_flag', object_attributes: { id: n } }),
  ),
  webhook(
    'bitbucket',
    body => ({ 'X-Hub-Signature': `sha256=${hmac(body)}` }),
    n => ({ push: { changes: [] }, repository: { full_name: `acme/${n}` } }),
  ),
  webhook(
    'azure-devops',
    () => ({
      Authorization: `Basic ${Buffer.from(`hook:${SECRET}`).toString(
        'base64',
      )}`,
    }),
    n => ({ eventType: 'workitem.created', id: String(n) }),
  ),
  webhook(
    'pagerduty',
    body => ({ 'X-PagerDuty-Signature': `v1=${hmac(body)}` }),
    n => ({ event: { id: String(n), event_type: 'pagey.ping' } }),
  ),
  webhook(
    'alertmanager',
    () => ({ Authorization: `Bearer ${SECRET}` }),
    n => ({ version: '4', receiver: String(n), alerts: [] }),
  ),
  webhook(
    'grafana',
    () => ({ Authorization: `Bearer ${SECRET}` }),
    n => ({ version: '1', receiver: String(n), alerts: [] }),
  ),
  {
    name: 'cdevents',
    path: '/api/delivery/events',
    headers: () => ({ 'Content-Type': 'application/json', ...ofService }),
    bodyOf: n =>
      JSON.stringify({
        context: {
          version: '0.4.1',
          id: String(n),
          source: '/ci',
          type: 'dev.cdevents.service.deployed.0.2.0',
          timestamp: AT,
        },
        subject: {
          id: 'shop',
          source: '/ci',
          type: 'service',
          content: {
            environment: { id: 'production' },
            artifactId: `pkg:oci/shop@sha256:${n}`,
          },
        },
      }),
  },
  {
    name: 'junit',
    path: '/api/delivery/test-results?repo=acme/shop&sha=abcdef1&runId=7',
    headers: () => ({ 'Content-Type': 'application/xml', ...ofService }),
    bodyOf: n =>
      `<testsuite name="unit"><testcase name="case ${n}"/></testsuite>`,
  },
];

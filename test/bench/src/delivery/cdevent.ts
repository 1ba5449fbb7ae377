import { randomUUID } from 'node:crypto';

/** A CDEvent that tells of a deployment, another one each time. */
export function createCdevent(id: string = randomUUID()): string {
  return JSON.stringify({
    context: {
      version: '0.4.1',
      id,
      source: 'https://ci.example.com/bench',
      type: 'dev.cdevents.service.deployed.0.2.0',
      timestamp: '2026-03-01T10:00:00Z',
    },
    subject: {
      id: 'checkout',
      source: 'https://ci.example.com/bench',
      type: 'service',
      content: {
        environment: { id: 'production' },
        artifactId: `pkg:oci/checkout@sha256%3A${id}`,
      },
    },
  });
}

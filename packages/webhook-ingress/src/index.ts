/**
 * Routes of Backstage events that take only webhooks whose sender is proven.
 *
 * @packageDocumentation
 */
export * from './createIngressModule';
export * from './GuardedIngress';
export * from './readHeader';
export * from './readSecretsFromConfig';
export * from './verifyHmacSha256';
export * from './verifyStandardWebhook';
export * from './verifyToken';
export * from './WebhookKeeper';

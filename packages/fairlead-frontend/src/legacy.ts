/**
 * All screens of Fairlead for apps on the old frontend system.
 *
 * @packageDocumentation
 */
export * from '@fairlead/backstage-plugin-delivery/legacy';
export * from '@fairlead/backstage-plugin-onboarding/legacy';
export * from '@fairlead/backstage-plugin-runbooks/legacy';
export * from '@fairlead/backstage-plugin-scorecards/legacy';

export * from './deliverySources';

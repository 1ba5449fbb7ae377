export * from './CdEvent';
export * from './customData';
export * from './readEvent';
export * from './readEventKey';
export * from './readEventType';

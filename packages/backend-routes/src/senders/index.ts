export * from './decideSender';
export * from './findVisibleRefs';
export * from './readSendersFromConfig';
export * from './Senders';

export * from './journeys';
export * from './requests';
export * from './tracks';
export * from './values';

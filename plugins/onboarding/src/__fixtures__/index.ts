export * from './entities';
export * from './journeys';
export * from './tracks';

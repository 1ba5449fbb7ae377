export * from './entities';
export * from './friction';
export * from './measures';
export * from './records';

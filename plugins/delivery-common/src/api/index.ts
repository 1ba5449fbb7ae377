export * from './feed';
export * from './friction';
export * from './measures';
export * from './overview';
export * from './Page';
export * from './sources';

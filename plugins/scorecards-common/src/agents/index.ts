export * from './formatAgentBrief';

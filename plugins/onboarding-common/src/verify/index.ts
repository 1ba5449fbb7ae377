export * from './verifyByRecords';

export { AuthorizedPeople } from './AuthorizedPeople';
export { DatabasePeople } from './DatabasePeople';

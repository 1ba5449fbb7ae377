export { GroupRunbooksCard } from './GroupRunbooksCard';

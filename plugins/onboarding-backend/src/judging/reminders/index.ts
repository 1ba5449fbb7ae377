export { Reminders } from './Reminders';

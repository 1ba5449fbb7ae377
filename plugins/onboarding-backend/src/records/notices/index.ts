export { createNotify, type Notify } from './createNotify';

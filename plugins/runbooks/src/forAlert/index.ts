export { ForAlertPage } from './ForAlertPage';

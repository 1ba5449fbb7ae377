export {
  generateTasks,
  type HandoverItem,
  type TeamCatalog,
} from './generateTasks';

export { StuckLine } from './StuckLine';
export { TaskFiguresTable } from './TaskFiguresTable';

export { ValuesComputing } from './ValuesComputing';

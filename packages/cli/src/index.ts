/**
 * `fairlead`, on the command line: a module of the Backstage CLI, and commands for a program of its own.
 *
 * @packageDocumentation
 */
export { default, fairleadCommands } from './module';

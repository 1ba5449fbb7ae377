export { repositoryOfItem } from './repositoryOfItem';
export { useWaitWords } from './useWaitWords';
export { waitColor } from './waitColor';
export { WaitSentenceText } from './WaitSentenceText';

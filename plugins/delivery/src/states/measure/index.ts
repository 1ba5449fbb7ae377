export { DefinitionButton } from './DefinitionButton';
export { Direction } from './Direction';
export { useCountedWords } from './useCountedWords';
export { Insufficient } from './Insufficient';
export { MeasureValue } from './MeasureValue';
export { useMeasureFormat } from './useMeasureFormat';
export { useMeasureTitle } from './useMeasureTitle';
export { useValueWords } from './useValueWords';

export { AnnotationProblems } from './AnnotationProblems';
export { NothingKnown } from './NothingKnown';
export { isNothingKnown } from './isNothingKnown';

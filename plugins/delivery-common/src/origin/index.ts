export {
  inferOrigin,
  isToolLogin,
  readAuthor,
  type OriginSigns,
} from './inferOrigin';
export { ORIGIN_RULES } from './rules';
export { readTrailers, type OriginContext } from './trailers';
export {
  ORIGIN_KINDS,
  originKindSchema,
  originSchema,
  type Origin,
  type OriginEvidence,
  type OriginKind,
  type OriginRule,
  type OriginSign,
  type ReportedOrigin,
  type Trailer,
} from './types';

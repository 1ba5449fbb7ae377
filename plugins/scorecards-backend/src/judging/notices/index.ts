export { DigestNotices } from './digest/DigestNotices';
export { LostLevelNotices } from './lostLevels/LostLevelNotices';
export { NoticeSender } from './NoticeSender';
export { ResultSignals } from './ResultSignals';

export { BuddyProposal } from './BuddyProposal';
export { ForMe } from './ForMe';
export { HelpRequestRow } from './HelpRequestRow';

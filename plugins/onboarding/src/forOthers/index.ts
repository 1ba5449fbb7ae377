export { BuddyProposal } from './BuddyProposal';
export { ForMe } from './ForMe';

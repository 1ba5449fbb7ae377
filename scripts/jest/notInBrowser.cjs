/** Stands for `is-in-browser`, by which JSS knows whether there is a document for its style sheets. */
module.exports = { __esModule: true, default: false, isBrowser: false };

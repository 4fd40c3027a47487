/** What to know before money moves or a state is left for good: worded once for all documents, so that the panel holds each once. */

export const DELETED = 'A deleted record cannot be brought back';
export const VOIDED = 'A voided record cannot be brought back';
export const APPROVED = 'What is approved is in the books: it can be voided, but no longer deleted';
/** What moves money has no drafts in Xero. */
export const IN_BOOKS = 'It is in the books at once, as Xero keeps no drafts of it';

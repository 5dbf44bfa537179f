/** Bytes that the parts of a document may have together once they are inflated. */
export const largestInflated = 256 * 1024 * 1024;
/** Messages inside messages. */
export const deepestMessage = 8;
/** What a preview shows; its counts are of everything. */
export const shownItems = 200;
export const shownProblems = 500;

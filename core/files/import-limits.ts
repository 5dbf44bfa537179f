/** Bytes of one file that is read into records. Larger ones are refused before they are read. */
export const largestImport = 64 * 1024 * 1024;
/** Bytes of all files of one import together: all of them are in memory at once. */
export const largestTogether = 256 * 1024 * 1024;
/** Files that one note can hold. */
export const mostAttachments = 500;

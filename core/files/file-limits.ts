/** What a person may attach at most: 200 MiB. At 32 kbit/s that is 15 hours; more belongs on a disk that is handed over. */
export const largestFile = 200 * 1024 * 1024;
/** Plain bytes of one piece: 44 seconds of a 32 kbit/s link, so that little is lost when it breaks. */
export const pieceBytes = 128 * 1024;
/** Up to this size a file comes along by itself; above, when a person asks for it. */
export const smallFile = 1024 * 1024;
/** Padding hides how long the smallest files are. */
export const smallestPadded = 4 * 1024;

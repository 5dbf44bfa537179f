/** An address as a URL, or `null`. (`URL.parse` is younger than the oldest Electron we run on.) */
export function parseAddress(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}

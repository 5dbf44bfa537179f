import { appOrigin, isPageAddress } from './page-address.ts';

/** What is known of who called. */
export interface Sender {
  readonly contents: number;
  /** `null` when the frame is gone. */
  readonly origin: string | null;
  readonly address: string;
  readonly isMainFrame: boolean;
}

/** Only the page itself, in the main frame of the main window, is answered. */
export function isTrustedSender(sender: Sender, mainContents: number | null): boolean {
  const isMainWindow = mainContents !== null && sender.contents === mainContents;
  // An empty page inherits the origin, so the address counts as well.
  return isMainWindow && sender.isMainFrame && sender.origin === appOrigin && isPageAddress(sender.address);
}

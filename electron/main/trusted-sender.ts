import { appOrigin } from './page-address.ts';

/** What is known of who called. */
export interface Sender {
  readonly contents: number;
  /** `null` when the frame is gone. */
  readonly origin: string | null;
  readonly isMainFrame: boolean;
}

/** Only the page itself, in the main frame of the main window, is answered. */
export function isTrustedSender(sender: Sender, mainContents: number | null): boolean {
  return mainContents !== null && sender.contents === mainContents && sender.isMainFrame && sender.origin === appOrigin;
}

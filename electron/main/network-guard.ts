import { app, type Session } from 'electron';
import { mayLoad } from './own-addresses.ts';

/**
 * Chromium gets no network at all. The one connection that leaves the app is made by the main
 * process itself (`channel/pinned-server.ts`), not by Chromium. Called before the app is ready.
 */
export function cutChromiumOff(): void {
  const { commandLine } = app;
  // Every name and every address resolves to nothing, whichever part of Chromium asks.
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('no-proxy-server');
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
  commandLine.appendSwitch('disable-sync');
  commandLine.appendSwitch('no-pings');
  commandLine.appendSwitch('dns-prefetch-disable');
  // Nothing of what is shown is to lie about on the disk: no cache, no crash reports, no log.
  commandLine.appendSwitch('disable-http-cache');
  commandLine.appendSwitch('disable-breakpad');
  commandLine.appendSwitch('disable-crash-reporter');
}

/** Refuses every request of a session that is not for the app's own addresses. */
export function guardNetwork(session: Session): void {
  const withDevTools = !app.isPackaged;
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !mayLoad(details.url, withDevTools) });
  });
  session.setCertificateVerifyProc((_request, answer) => answer(-2));
  void session.setProxy({ mode: 'direct' });
  session.setSpellCheckerEnabled(false);
  // Chromium would fetch dictionaries from a server of its maker's; should anything ever turn the
  // checker on, it asks an address that does not exist.
  if (process.platform !== 'darwin') session.setSpellCheckerDictionaryDownloadURL('app://rapporteur/no-dictionaries/');
}

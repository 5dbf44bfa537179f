import { app } from 'electron';
import { holdInPlace } from './navigation.ts';
import { guardNetwork } from './network-guard.ts';
import { refuseDeviceChoosers, refusePermissions } from './permissions.ts';

/** Sets the guards on every session and every page there will ever be, before the first one is made. */
export function guardEverything(): void {
  app.on('session-created', (session) => {
    guardNetwork(session);
    refusePermissions(session);
  });
  app.on('web-contents-created', (_event, contents) => {
    holdInPlace(contents);
    refuseDeviceChoosers(contents);
    // Datagrams pass by every other guard; without a proxy this leaves WebRTC none to send.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
  app.on('select-client-certificate', (event) => event.preventDefault());
  app.on('login', (event) => event.preventDefault());
}

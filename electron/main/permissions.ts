import type { Session, WebContents } from 'electron';
import { appOrigin } from './page-address.ts';
import { parseAddress } from './parse-address.ts';

/**
 * Every permission is refused but one: the page may ask that its storage is not cleared when the
 * disk runs low. No camera, no place, no clipboard reading, no device of any kind, no download.
 */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(isDurableStorage(permission) && originOf(details.requestingUrl) === appOrigin);
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => isDurableStorage(permission) && originOf(origin) === appOrigin);
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.on('select-hid-device', (event, _details, answer) => {
    event.preventDefault();
    answer(null);
  });
  session.on('select-serial-port', (event, _ports, _contents, answer) => {
    event.preventDefault();
    answer('');
  });
  session.on('select-usb-device', (event, _details, answer) => {
    event.preventDefault();
    answer();
  });
  // What the person saves goes through files.ts, never through Chromium's downloads.
  session.on('will-download', (event) => event.preventDefault());
}

/** Device choosers that belong to a page rather than to a session. */
export function refuseDeviceChoosers(contents: WebContents): void {
  contents.on('select-bluetooth-device', (event, _devices, answer) => {
    event.preventDefault();
    answer('');
  });
}

// The name is not in Electron's list of types.
function isDurableStorage(permission: string): boolean {
  return permission === 'persistent-storage';
}

function originOf(address: string): string | null {
  const url = parseAddress(address);
  return url === null ? null : `${url.protocol}//${url.host}`;
}

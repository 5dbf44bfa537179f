import { expect } from '@playwright/test';
import { outcome, test } from './shell.ts';

const refused = /NotAllowedError|NotFoundError|SecurityError|NotSupportedError|denied|not allowed|disallowed|is not a function|undefined/i;

for (const [what, attempt] of [
  ['the camera', () => navigator.mediaDevices.getUserMedia({ video: true })],
  ['the microphone', () => navigator.mediaDevices.getUserMedia({ audio: true })],
  ['the screen', () => navigator.mediaDevices.getDisplayMedia({ video: true })],
  ['the place', () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, (error) => reject(new Error(`denied: ${error.code}`))))],
  ['reading the clipboard', () => navigator.clipboard.readText()],
  ['reading anything on the clipboard', () => navigator.clipboard.read()],
  ['MIDI devices', () => (navigator as unknown as { requestMIDIAccess(options: object): Promise<unknown> }).requestMIDIAccess({ sysex: true })],
  ['USB devices', () => (navigator as unknown as { usb: { requestDevice(options: object): Promise<unknown> } }).usb.requestDevice({ filters: [] })],
  ['serial ports', () => (navigator as unknown as { serial: { requestPort(): Promise<unknown> } }).serial.requestPort()],
  ['HID devices', () => (navigator as unknown as { hid: { requestDevice(options: object): Promise<unknown[]> } }).hid.requestDevice({ filters: [] }).then((all) => { if (all.length === 0) throw new Error('denied: none'); })],
  ['Bluetooth devices', () => (navigator as unknown as { bluetooth: { requestDevice(options: object): Promise<unknown> } }).bluetooth.requestDevice({ acceptAllDevices: true })],
  ['folders of the disk', () => (window as unknown as { showDirectoryPicker(): Promise<unknown> }).showDirectoryPicker()],
  ['the fonts installed', () => (window as unknown as { queryLocalFonts(): Promise<unknown[]> }).queryLocalFonts().then((all) => { if (all.length === 0) throw new Error('denied: none'); })],
] as const) {
  test(`the page does not get ${what}`, async ({ laptop }) => {
    expect(await outcome(laptop.page, attempt as () => unknown, undefined)).toMatch(refused);
  });
}

test('notifications are refused', async ({ laptop }) => {
  expect(await laptop.page.evaluate(() => Notification.requestPermission())).toBe('denied');
});

for (const name of ['camera', 'microphone', 'geolocation', 'notifications', 'clipboard-read', 'midi', 'idle-detection']) {
  test(`asked about ${name}, the answer is no`, async ({ laptop }) => {
    const state = await laptop.page.evaluate(
      (asked) => navigator.permissions.query({ name: asked as PermissionName }).then((status) => status.state, () => 'denied'),
      name,
    );
    expect(state).toBe('denied');
  });
}

test('the notebook’s storage may stay when the disk runs low', async ({ laptop }) => {
  expect(await laptop.page.evaluate(() => navigator.storage.persist())).toBe(true);
});

test('a download goes nowhere', async ({ laptop }) => {
  const ended = laptop.app.evaluate(
    ({ session }) =>
      new Promise<string>((resolve) => {
        session.defaultSession.once('will-download', (event, item) => resolve(event.defaultPrevented ? 'refused' : item.getState()));
        setTimeout(() => resolve('never began'), 2000);
      }),
  );
  await laptop.page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(new Blob(['x'])), download: 'x.txt' });
    document.body.append(link);
    link.click();
    link.remove();
  });
  expect(['refused', 'never began']).toContain(await ended);
});

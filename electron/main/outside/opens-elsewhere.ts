/**
 * Extensions of files that a program runs, or that run something when they are opened. Such a file
 * is never opened from here; a person may save it and decide elsewhere.
 */
const running = new Set([
  'exe', 'com', 'bat', 'cmd', 'msi', 'msix', 'msp', 'scr', 'pif', 'cpl', 'hta', 'jar', 'js', 'jse', 'vbs', 'vbe', 'wsf', 'wsh', 'ws', 'ps1', 'psm1', 'sh', 'bash',
  'run', 'appimage', 'desktop', 'app', 'command', 'dmg', 'pkg', 'deb', 'rpm', 'lnk', 'url', 'webloc', 'reg', 'inf', 'scf', 'chm', 'iso', 'img', 'vhd', 'vhdx', 'py', 'pl', 'rb',
  'html', 'htm', 'xhtml', 'mht', 'mhtml', 'svg', 'docm', 'dotm', 'xlsm', 'xltm', 'xlam', 'pptm', 'ppam', 'one', 'slk', 'iqy', 'application', 'gadget', 'library-ms', 'search-ms',
]);

/** Whether the system may be asked to open a file of that name. Without an extension it may not. */
export function opensElsewhere(name: string): boolean {
  const extension = /\.([^.]+)$/.exec(name.trim().toLowerCase())?.[1];
  return extension !== undefined && !running.has(extension);
}

/**
 * Switches with which somebody could look into the running app, have it write down what it shows, or
 * loosen its page. An installed app does not start with them; development needs some of them.
 */
const refused = [
  'allow-file-access-from-files', 'disable-site-isolation-trials', 'disable-web-security', 'enable-logging', 'host-rules', 'ignore-certificate-errors', 'inspect',
  'inspect-brk', 'inspect-port', 'js-flags', 'load-extension', 'log-file', 'log-net-log', 'net-log-capture-mode', 'proxy-pac-url', 'proxy-server', 'remote-allow-origins',
  'remote-debugging-address', 'remote-debugging-pipe', 'remote-debugging-port', 'trace-startup', 'unsafely-treat-insecure-origin-as-secure', 'vmodule',
];

/** Those of the switches that an installed app was started with and that it refuses. */
export function refusedSwitches(commandLine: readonly string[]): readonly string[] {
  const names = commandLine.filter((word) => word.startsWith('-')).map((word) => word.replace(/^-+/, '').split('=')[0]?.toLowerCase() ?? '');
  return refused.filter((name) => names.includes(name));
}

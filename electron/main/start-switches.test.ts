import { expect, test } from 'vitest';
import { refusedSwitches } from './start-switches.ts';

test('an ordinary start is not refused', () => {
  expect(refusedSwitches(['/opt/rapporteur/rapporteur', '--user-data-dir=/home/a/b', '--ozone-platform=wayland', 'profile.rapporteur'])).toEqual([]);
});

test.each(['--remote-debugging-port=9222', '--REMOTE-DEBUGGING-PORT', '-remote-debugging-pipe', '--inspect-brk=1', '--proxy-server=http://x', '--log-net-log=/tmp/x'])(
  '%s is refused',
  (word) => expect(refusedSwitches(['rapporteur', word])).toHaveLength(1),
);

import { expect, test } from 'vitest';
import { opensElsewhere } from './opens-elsewhere.ts';

test.each(['scan.pdf', 'Слика.JPG', 'minutes.docx', 'table.xlsx', 'a.b.png', 'call.mp3'])('%s is opened', (name) => expect(opensElsewhere(name)).toBe(true));

test.each(['setup.exe', 'scan.pdf.EXE', 'run.sh', 'page.html', 'macro.docm', 'link.lnk', 'noextension', '', 'picture.svg', 'disk.iso', 'x.exe '])(
  '%s is not',
  (name) => expect(opensElsewhere(name)).toBe(false),
);

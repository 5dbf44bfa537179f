import path from 'node:path';
import { RuleTester } from 'oxlint/plugins-dev';
import { describe, it } from 'vitest';
import { rules } from './plugin.ts';

RuleTester.describe = describe;
RuleTester.it = it;

const cwd = path.resolve(import.meta.dirname, '../..');
const tester = new RuleTester({ cwd, languageOptions: { sourceType: 'module', parserOptions: { lang: 'tsx' } } });
const at = (file: string, code: string) => ({ filename: path.join(cwd, file), code, name: `${file}: ${code}` });
const refused = (file: string, code: string, errors: number | RegExp[] = 1) => ({ ...at(file, code), errors });

tester.run('import-boundaries', rules['import-boundaries'], {
  valid: [
    at('core/ledger/fold.ts', "import { z } from 'zod';"),
    at('core/ledger/fold.ts', "import { ok } from '../result.ts';"),
    at('renderer/ui/rooms/guide/room.tsx', "import('../../../../docs/user-guide.md?raw');"),
    at('renderer/ui/kit/list.tsx', "import type { EngineApi } from '../../engine/api.ts';"),
    at('renderer/ui/kit/list.tsx', "import type { Bridge } from '../../../electron/preload/bridge.ts';"),
    at('renderer/ui/kit/list.tsx', "new Worker(new URL('../../engine/worker.ts', import.meta.url), { type: 'module' });"),
    at('renderer/ui/rooms/cases/page.tsx', "import { row } from './row.tsx'; import { list } from '../../kit/list.tsx';"),
    at('renderer/engine/vault/vault.ts', "import { seal } from '../../../core/crypto/seal.ts';"),
    at('renderer/engine/vault/vault.test.ts', "import { aNote } from '../../../test/builders/note.ts';"),
    at('electron/main/index.ts', "import { app } from 'electron'; import type { Calls } from '../preload/bridge.ts';"),
    at('server/main.ts', "import { readFile } from 'node:fs/promises'; import { z } from 'zod';"),
    at('vitest.config.ts', "import { electron } from './test/electron-runner/electron-provider.ts';"),
  ],
  invalid: [
    refused('core/ledger/fold.ts', "import { engine } from '../../renderer/engine/api.ts';"),
    refused('core/ledger/fold.ts', "import type { EngineApi } from '../../renderer/engine/api.ts';"),
    refused('core/ledger/fold.ts', "import { readFile } from 'node:fs';"),
    refused('core/ledger/fold.ts', "import dexie from 'dexie';"),
    refused('core/ledger/fold.ts', "type Api = import('../../renderer/engine/api.ts').EngineApi;"),
    refused('core/ledger/fold.ts', "export * from '../../server/main.ts';"),
    refused('core/ledger/fold.ts', "export { main } from '../../server/main.ts';"),
    refused('core/ledger/fold.ts', "await import('../../server/main.ts');"),
    refused('renderer/ui/kit/list.tsx', "import type { Row } from '../../engine/store/rows.ts';", [/only through/]),
    refused('renderer/ui/kit/list.tsx', "import { wire } from '../../../electron/preload/wire.ts';", [/only through/]),
    refused('renderer/ui/kit/list.tsx', "import { app } from '../../../electron/main/index.ts';"),
    refused('renderer/ui/kit/list.tsx', "import { ipcRenderer } from 'electron';"),
    refused('renderer/ui/rooms/cases/page.tsx', "import { Note } from '../notes/note.tsx';", [/Rooms do not import/]),
    refused('renderer/engine/vault/vault.ts', "import { Frame } from '../../ui/frame/frame.tsx';"),
    refused('renderer/engine/vault/vault.ts', "import { useState } from 'react';"),
    refused('renderer/engine/vault/vault.ts', "import { aNote } from '../../../test/builders/note.ts';", [/Nothing imports tests/]),
    refused('renderer/engine/vault/vault.ts', "import('../../../docs/user-guide.md?raw');"),
    refused('electron/main/index.ts', "import { Api } from '../../renderer/engine/api.ts';"),
    refused('electron/main/index.ts', "import { bundle } from '../../build/bundle.ts';"),
    refused('electron/preload/index.ts', "import { app } from '../main/index.ts';"),
    refused('server/main.ts', "import { store } from '../renderer/engine/store/rows.ts';"),
  ],
});

tester.run('file-names', rules['file-names'], {
  valid: [
    at('core/ledger/hybrid-clock.ts', ''),
    at('core/ledger/hybrid-clock.test.ts', ''),
    at('renderer/engine/store/rows.electron.test.ts', ''),
    at('server/design/compartment/validate_doc_update.ts', ''),
  ],
  invalid: [
    refused('core/ledger/hybridClock.ts', '', [/kebab-case/]),
    refused('renderer/ui/NoteEditor.tsx', '', [/kebab-case/]),
    refused('core/utils.ts', '', [/says nothing/]),
    refused('core/ledger/fold-helpers.ts', '', [/says nothing/]),
    refused('renderer/engine/key-manager.ts', '', [/says nothing/]),
  ],
});

tester.run('said-in-words', rules['said-in-words'], {
  valid: [
    at('renderer/ui/kit/list.tsx', "const a = <p title={say('title')} className=\"row\">{say('text')} · {12}</p>;"),
    at('renderer/ui/kit/list.tsx', 'const a = <p>{`${one} · ${other}`} (1)</p>;'),
    at('renderer/ui/kit/list.tsx', 'numberInWords(2.5); text.toString();'),
    at('renderer/ui/kit/list.test.tsx', 'const a = <p>Text</p>;'),
    at('renderer/engine/log.ts', 'size.toFixed(1);'),
  ],
  invalid: [
    refused('renderer/ui/kit/list.tsx', 'const a = <p>Text</p>;', [/one language: "Text"/]),
    refused('renderer/ui/kit/list.tsx', 'const a = <p>{"Text"}</p>;'),
    refused('renderer/ui/kit/list.tsx', 'const a = <p>{`${count} hours`}</p>;'),
    refused('renderer/ui/kit/list.tsx', 'const a = <input placeholder="Name" />;'),
    refused('renderer/ui/kit/list.tsx', 'const a = <button aria-label={`Remove ${name}`} />;'),
    refused('renderer/ui/kit/list.tsx', 'const a = size.toFixed(1);', [/numberInWords/]),
    refused('renderer/ui/kit/list.tsx', 'const a = day.toLocaleDateString();', [/dayInWords/]),
  ],
});

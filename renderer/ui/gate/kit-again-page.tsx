import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RecoveryKit } from '../../engine/api.ts';
import { useEngine } from '../engine-client/engine-context.tsx';
import { useWords } from '../words/words.ts';
import { AskPassphrase } from './ask-passphrase.tsx';
import { GatePage, GateWords } from './gate-page.tsx';
import { KitPage } from './kit-page.tsx';

/** The first kit was never confirmed: the window was closed over it. A new one takes its place. */
export function KitAgainPage({ onDone }: { onDone: () => void }) {
  const say = useWords('laptop');
  const engine = useEngine();
  const [kit, setKit] = useState<RecoveryKit | null>(null);
  if (kit !== null) return <KitPage kit={kit} onDone={onDone} />;
  return (
    <GatePage title={say('kit.again-title')}>
      <GateWords>{say('kit.again-about')}</GateWords>
      <AskPassphrase
        act={say('kit.show')}
        ask={(passphrase) => engine.vault.newKit(passphrase)}
        onDone={setKit}
        beside={
          <Button variant="subtle" onClick={onDone}>
            {say('kit.later')}
          </Button>
        }
      />
    </GatePage>
  );
}

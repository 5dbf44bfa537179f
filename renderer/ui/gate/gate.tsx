import { useEffect, useState } from 'react';
import type { JoinRequest, RecoveryKit } from '../../engine/api.ts';
import { bridge } from '../engine-client/bridge.ts';
import { useEngineQuery } from '../engine-client/engine-context.tsx';
import { Frame } from '../frame/frame.tsx';
import { DamagedPage } from './damaged-page.tsx';
import { FirstStart } from './first-start.tsx';
import { KitPage } from './kit-page.tsx';
import { RequestPage } from './request-page.tsx';
import { UnlockPage } from './unlock-page.tsx';

/** What was just made and must be seen before the notebook opens. */
export interface JustMade {
  readonly kit: RecoveryKit;
  readonly request: JoinRequest | null;
}

/** Decides what stands between the person and the notebook. */
export function Gate() {
  const vault = useEngineQuery(['vault', 'state'], (engine) => engine.vault.state()).data;
  const [made, setMade] = useState<JustMade | null>(null);
  const [kitSeen, setKitSeen] = useState(false);
  // The vault opens before the kit has been seen: until then this is still the first start.
  const [beginning, setBeginning] = useState(false);
  if (vault?.state === 'none' && !beginning) setBeginning(true);
  const inside = vault?.state === 'open' && !beginning;
  const state = vault?.state;
  useEffect(() => {
    if (inside) void bridge().call('window:phase', 'open');
    // `locked` makes the main process forget the channel: not while a kit or a request is being looked at.
    else if (state !== undefined && state !== 'open') void bridge().call('window:phase', 'locked');
  }, [state, inside]);

  if (vault === undefined) return null;
  if (vault.state === 'damaged') return <DamagedPage failure={vault.failure} />;
  if (made !== null) {
    const enter = () => setBeginning(false);
    const after = () => (made.request === null ? enter() : setKitSeen(true));
    if (beginning) return kitSeen && made.request !== null ? <RequestPage request={made.request} onDone={enter} /> : <KitPage kit={made.kit} onDone={after} />;
  }
  if (beginning) return <FirstStart onMade={setMade} />;
  return vault.state === 'locked' ? <UnlockPage retryAt={vault.retryAt} /> : <Frame />;
}
